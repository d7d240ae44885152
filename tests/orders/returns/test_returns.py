from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import Stock
from catalog.stock.check import check_stock
from catalog.stock.errors import InsufficientStock
from i18n.money import Money
from orders.fulfillment.fulfillment import FulfillmentKind
from orders.fulfillment.ship import Dispatch
from orders.lifecycle.states import IllegalMove
from orders.models import OrderEvent, Refund, ReturnRequest, SellerOrder
from orders.returns.decide import LawAllowsReturn, approve_overdue_returns, approve_return, reject_return
from orders.returns.eligibility import TooLate
from orders.returns.exchange import NothingToExchange, ship_replacement
from orders.returns.periods import PeriodKind, period_for
from orders.returns.receive import (
    Arrived,
    Deduction,
    DeductionTooHigh,
    NotSentBack,
    receive_return,
    refund_instead,
)
from orders.returns.request_return import NotReturnable
from orders.returns.return_request import LegalException, ReturnReason, ReturnWish
from orders.returns.send_back import lapse_overdue_returns, send_return, withdraw_return
from orders.returns.states import RETURN_MOVES, ReturnStatus
from orders.screening.screen_order import HeldForScreening
from tests.factories.aftermath import make_delivered_order, make_return
from tests.factories.orders import BUYER, SELLER, make_chair, make_packed_order
from tests.factories.screening import make_denied_list

pytestmark = pytest.mark.django_db


def part_of(pieces: int = 3, price: str = "10.00", stock: int = 10) -> SellerOrder:
    return make_delivered_order((make_chair(price=price, stock=stock), pieces)).seller_orders.get()


def approved(part: SellerOrder, pieces: int | None = None, **fields: object) -> ReturnRequest:
    request = make_return(part, pieces, **fields)  # type: ignore[arg-type]  # handed through
    return approve_return(return_id=request.pk, note="", by=SELLER, now=timezone.now())


def receive(
    request: ReturnRequest, pieces: int | None = None, resellable: int | None = None, deduction: Deduction | None = None
) -> ReturnRequest:
    arrived = {}
    for line in request.lines.all():
        came = pieces or line.quantity
        arrived[line.order_line_id] = Arrived(came, came if resellable is None else resellable)
    return receive_return(return_id=request.pk, arrived=arrived, by=SELLER, now=timezone.now(), deduction=deduction)


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_everything_that_comes_back_is_refunded_with_its_delivery_and_lies_on_the_shelf_again() -> None:
    part = part_of()
    request = receive(approved(part, reason=ReturnReason.CHANGED_MIND))

    part.refresh_from_db()
    refund = Refund.objects.get()
    assert request.status == ReturnStatus.REFUNDED and request.is_right
    assert refund.amount == request.refund_amount == part.total_amount
    assert refund.shipping_amount == request.refund_shipping_amount == part.shipping_amount
    assert Stock.objects.get().quantity == 10
    assert not check_stock()
    assert [event.type for event in OrderEvent.objects.filter(type__startswith="RETURN")] == [
        "RETURN_REQUESTED",
        "RETURN_APPROVED",
        "RETURN_RECEIVED",
        "RETURN_REFUNDED",
    ]


def test_pieces_that_come_back_one_by_one_give_back_all_that_they_cost() -> None:
    part = part_of(3, "10.00")
    part.lines.update(total_amount=Decimal("10.00"))
    amounts = [receive(approved(part, 1)).refund_amount for _ in range(3)]
    assert amounts[:2] == [Decimal("3.33"), Decimal("3.33")]
    assert amounts[2] == Decimal("3.34") + part.shipping_amount
    assert part.lines.get().quantity_returned == 3


def test_broken_goods_stay_off_the_shelf() -> None:
    part = part_of(2)
    receive(approved(part), resellable=0)
    assert Stock.objects.get().quantity == 8
    assert Refund.objects.count() == 1


def test_the_seller_keeps_back_what_the_goods_lost() -> None:
    part = part_of(1, "100.00")
    request = approved(part)
    with pytest.raises(DeductionTooHigh):
        receive(request, deduction=Deduction(eur("100.01"), "Used"))
    assert not Refund.objects.exists()

    kept = receive(request, deduction=Deduction(eur("20.00"), "Scratches from use"))
    assert kept.refund_amount == part.total_amount - 20
    assert kept.decision_note == "Scratches from use"


def test_no_more_than_left_can_go_back_and_no_piece_twice() -> None:
    part = part_of(3)
    make_return(part, 2)
    with pytest.raises(NotReturnable) as refusal:
        make_return(part, 2)
    assert (refusal.value.wanted, refusal.value.possible) == (2, 1)
    with pytest.raises(NotReturnable):
        make_return(make_packed_order().seller_orders.get(), 1)
    assert ReturnRequest.objects.count() == 1


def test_no_more_arrives_than_was_to_come() -> None:
    request = approved(part_of(3), 1)
    for arrived in (Arrived(2, 0), Arrived(1, 2), Arrived(0, 0), Arrived(-1, -1)):
        with pytest.raises(NotSentBack):
            receive_return(
                return_id=request.pk,
                arrived={request.lines.get().order_line_id: arrived},
                by=SELLER,
                now=timezone.now(),
            )
    assert ReturnRequest.objects.get().status == ReturnStatus.APPROVED


def test_a_consumer_in_the_union_needs_no_reason_and_the_seller_an_exception_of_the_law() -> None:
    request = make_return(part_of(), reason=ReturnReason.CHANGED_MIND)
    assert "2011/83/EU" in request.legal_basis
    with pytest.raises(LawAllowsReturn):
        reject_return(return_id=request.pk, note="No", by=SELLER, now=timezone.now())
    rejected = reject_return(
        return_id=request.pk, note="Cut to size", by=SELLER, now=timezone.now(), exception=LegalException.MADE_TO_ORDER
    )
    assert (rejected.status, rejected.exception) == (ReturnStatus.REJECTED, "MADE_TO_ORDER")


def test_a_company_has_the_terms_instead_of_the_right_of_consumers() -> None:
    part = part_of()
    part.order.tax_ids = [{"kind": "EU_VAT", "number": "NL004495445B01"}]
    part.order.save()
    request = make_return(part, reason=ReturnReason.CHANGED_MIND)
    assert not request.is_right and not request.refunds_shipping
    assert request.legal_basis == "Terms of this marketplace"


def test_after_the_period_it_is_too_late() -> None:
    part = part_of()
    part.events.filter(type="DELIVERED").update(at=timezone.now() - timedelta(days=15))
    with pytest.raises(TooLate):
        make_return(part, reason=ReturnReason.CHANGED_MIND)
    assert make_return(part, reason=ReturnReason.DEFECTIVE).legal_basis.startswith("Directive (EU) 2019/771")


def test_periods_are_data_with_their_days() -> None:
    def days(kind: PeriodKind, country: str, on: date, *, is_consumer: bool = True) -> int | None:
        period = period_for(kind, country=country, on=on, is_consumer=is_consumer)
        return period.days if period else None

    today = date(2026, 11, 1)
    assert days(PeriodKind.WITHDRAWAL, "NL", today) == 14
    assert days(PeriodKind.WITHDRAWAL, "NL", today, is_consumer=False) is None
    assert days(PeriodKind.WITHDRAWAL, "KR", today) == 7
    assert days(PeriodKind.WITHDRAWAL, "US", today) is None
    assert days(PeriodKind.WITHDRAWAL, "NL", date(2014, 6, 12)) is None
    assert days(PeriodKind.FAULT, "VN", today) == 30
    assert days(PeriodKind.FAULT, "FR", today) == 730


def test_silence_approves_and_goods_that_are_not_sent_let_it_lapse() -> None:
    request = make_return(part_of())
    assert approve_overdue_returns(timezone.now() + timedelta(days=4)) == 0
    assert approve_overdue_returns(timezone.now() + timedelta(days=6)) == 1
    assert approve_overdue_returns(timezone.now() + timedelta(days=6)) == 0
    assert lapse_overdue_returns(timezone.now() + timedelta(days=19)) == 0
    assert lapse_overdue_returns(timezone.now() + timedelta(days=21)) == 1
    request.refresh_from_db()
    assert request.status == ReturnStatus.LAPSED and request.closed_at is not None
    make_return(request.seller_order)


def test_a_buyer_keeps_the_goods_until_they_are_on_their_way() -> None:
    part = part_of(2)
    withdraw_return(return_id=approved(part, 1).pk, by=BUYER, now=timezone.now())
    request = send_return(return_id=approved(part).pk, tracking_number="RR1VN", by=BUYER, now=timezone.now())
    with pytest.raises(IllegalMove):
        withdraw_return(return_id=request.pk, by=BUYER, now=timezone.now())
    assert receive(request).status == ReturnStatus.REFUNDED


def test_goods_in_exchange_leave_as_a_fulfillment_that_charges_nothing() -> None:
    part = part_of(2, stock=5)
    request = receive(approved(part, 1, wish=ReturnWish.EXCHANGE), resellable=0)
    assert request.status == ReturnStatus.RECEIVED and not Refund.objects.exists()

    done = ship_replacement(
        return_id=request.pk, dispatch=Dispatch(carrier="Ví dụ Express"), by=SELLER, now=timezone.now()
    )

    assert done.status == ReturnStatus.EXCHANGED
    assert done.replacement is not None and done.replacement.kind == FulfillmentKind.REPLACEMENT
    line = part.lines.get()
    assert (line.quantity_fulfilled, line.quantity_returned) == (2, 0)
    assert Stock.objects.get().quantity == 2
    assert not check_stock()
    assert part.order.payments.get().refunded_amount == 0


def test_goods_in_exchange_wait_for_the_marketplaces_check_too() -> None:
    part = part_of(2, stock=5)
    request = receive(approved(part, 1, wish=ReturnWish.EXCHANGE), resellable=0)
    part.order.shipping_address |= {"first_name": "Ivan", "last_name": "Petrovsky"}
    part.order.save(update_fields=["shipping_address"])
    make_denied_list()
    before = Stock.objects.get().quantity
    with pytest.raises(HeldForScreening):
        ship_replacement(return_id=request.pk, dispatch=Dispatch(carrier="Ví dụ"), by=SELLER, now=timezone.now())
    request.refresh_from_db()
    assert (request.status, request.replacement, Stock.objects.get().quantity) == (ReturnStatus.RECEIVED, None, before)


def test_an_exchange_without_stock_waits_or_becomes_a_refund() -> None:
    part = part_of(1, stock=1)
    request = receive(approved(part, wish=ReturnWish.EXCHANGE), resellable=0)
    with pytest.raises(InsufficientStock):
        ship_replacement(return_id=request.pk, dispatch=Dispatch(carrier="X"), by=SELLER, now=timezone.now())
    settled = refund_instead(return_id=request.pk, by=SELLER, now=timezone.now())
    assert settled.status == ReturnStatus.REFUNDED
    assert Refund.objects.get().amount == part.total_amount
    with pytest.raises(IllegalMove):
        refund_instead(return_id=request.pk, by=SELLER, now=timezone.now())


def test_who_asked_for_money_gets_no_other_goods() -> None:
    request = approved(part_of())
    ReturnRequest.objects.update(status=ReturnStatus.RECEIVED)
    with pytest.raises(NothingToExchange):
        ship_replacement(return_id=request.pk, dispatch=Dispatch(carrier="X"), by=SELLER, now=timezone.now())


def test_every_state_of_a_return_is_in_its_table() -> None:
    assert set(RETURN_MOVES) == set(ReturnStatus)
