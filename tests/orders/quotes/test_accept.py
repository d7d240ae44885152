from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import Stock, StockPolicy
from catalog.refusal import Refused
from logistics.customs.documents.document import Document
from marketplace.events.models import OutboxMessage
from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus
from orders.models import Allocation
from orders.payments.instalment import Instalment, NeededFor
from orders.payments.payment import Payment
from orders.quotes.accept import NoLongerValid, NotLatestVersion, Paying, accept_quote
from orders.quotes.agreed_sale import Acceptance
from orders.quotes.net_days import NotApproved, OverLimit
from orders.quotes.offer_terms import OfferedLine, OfferedTier
from orders.quotes.quote import Quote
from orders.quotes.request_quote import RequestedLine
from orders.quotes.set_buyer_terms import end_buyer_terms
from orders.quotes.states import IllegalQuoteMove, QuoteStatus
from tests.factories.accounts import make_user
from tests.factories.orders import UTRECHT, make_chair, make_exchange_rate
from tests.factories.quotes import (
    FULL,
    SELLER,
    accept,
    buyer_of,
    make_buyer_terms,
    make_chair_quote,
    make_counter,
    make_offer,
    make_quote,
    net,
)

pytestmark = pytest.mark.django_db(transaction=False)


def instalments(order: Order) -> list[tuple[str, Decimal, str]]:
    rows = Instalment.objects.filter(order=order).order_by("position")
    return [(row.kind, row.amount, row.needed_for) for row in rows]


def test_an_accepted_offer_is_an_order_at_the_agreed_price_with_deposit_and_balance() -> None:
    chair = make_chair(stock=50, price="120.00")
    quote = make_offer(make_chair_quote(12, chair=chair))

    order = accept(quote, purchase_order_number="PO-7")

    quote.refresh_from_db()
    assert (quote.status, quote.order) == (QuoteStatus.ACCEPTED, order)
    assert (order.subtotal.gross.amount, order.shipping_amount, order.total_amount) == (
        Decimal("1182.00"),
        Decimal("180.00"),
        Decimal("1362.00"),
    )
    assert instalments(order) == [
        ("DEPOSIT", Decimal("408.60"), NeededFor.CONFIRM),
        ("BALANCE", Decimal("953.40"), NeededFor.SHIP),
    ]
    part = order.seller_orders.get()
    assert (part.incoterm, part.named_place, part.maximum_days) == ("FOB", "Cái Mép", 45)
    assert order.purchase_order_number == "PO-7"
    assert order.status == OrderStatus.UNPAID
    payment = Payment.objects.get(order=order)
    assert (payment.amount, payment.reference != "") == (Decimal("408.60"), True)
    assert Document.objects.filter(owner_reference=str(order.pk), kind="PROFORMA").count() == 1
    assert {"QuoteAccepted", "OrderPlaced"} <= set(OutboxMessage.objects.values_list("name", flat=True))
    assert Stock.objects.get(variant=chair).quantity_allocated == 12


def test_accepting_twice_gives_the_same_order() -> None:
    quote = make_offer(make_chair_quote(chair=make_chair(stock=50)))

    assert accept(quote) == accept(quote)
    assert Order.objects.count() == 1
    assert Payment.objects.count() == 1


def test_what_is_not_on_the_shelf_is_promised_and_what_is_described_holds_no_stock() -> None:
    chair = make_chair(stock=5)
    mixed = make_quote(
        RequestedLine(quantity=8, product_id=chair.product_id, variant_id=chair.pk),
        RequestedLine(quantity=3, description="Kruk naar tekening"),
        sellers=[chair.seller],
    )
    order = accept(make_offer(mixed))

    stocked, described = order.seller_orders.get().lines.order_by("id")
    held = Allocation.objects.get()
    assert (held.order_line, held.stock, held.quantity) == (stocked, None, 8)
    assert StockPolicy.objects.get(variant=chair).quantity_promised == 8
    assert Stock.objects.get(variant=chair).quantity_allocated == 0
    assert (described.variant, described.product_name, described.sku) == (
        None,
        "Kruk naar tekening",
        f"{mixed.number}-2",
    )


def test_a_larger_quantity_costs_its_tier() -> None:
    quote = make_quote()
    line = OfferedLine("Bowl", 200, Decimal("3.20"), tiers=(OfferedTier(500, Decimal("2.90")),))
    offered = make_offer(quote, lines=(line,), freight_amount=Decimal("240.00"), payment=FULL)
    row = offered.versions.get().lines.get()

    order = accept(offered, quantities={row.pk: 500})

    assert order.total_amount == Decimal("1690.00")
    assert instalments(order) == [("FULL", Decimal("1690.00"), NeededFor.CONFIRM)]


def test_less_than_was_offered_cannot_be_taken() -> None:
    offered = make_offer(make_quote())
    row = offered.versions.get().lines.get()
    with pytest.raises(Refused):
        accept(offered, quantities={row.pk: 199})
    assert not Order.objects.exists()


def test_the_seller_accepts_a_counter_offer_and_nobody_their_own() -> None:
    counter = make_counter(make_offer(make_chair_quote(2)))
    with pytest.raises(IllegalQuoteMove):
        accept(counter)
    order = accept(counter, by=SELLER)
    assert order.subtotal.gross.amount == Decimal("184.00")


def test_a_seller_cannot_accept_its_own_offer() -> None:
    offered = make_offer()
    with pytest.raises(IllegalQuoteMove):
        accept(offered, by=SELLER)
    assert Quote.objects.get(pk=offered.pk).status == QuoteStatus.OFFERED


def test_only_the_latest_version_is_accepted() -> None:
    quote = make_offer()
    make_offer(quote, price="97.00")
    with pytest.raises(NotLatestVersion):
        accept_quote(
            quote_id=quote.pk,
            version=1,
            acceptance=Acceptance(UTRECHT.as_dict(), UTRECHT.as_dict()),
            paying=Paying("bank_transfer", {}),
            by=buyer_of(quote),
            now=timezone.now(),
        )
    assert not Order.objects.exists()


def test_the_last_day_is_the_last_day() -> None:
    quote = make_offer()
    late = timezone.now() + timedelta(days=15)
    with pytest.raises(NoLongerValid):
        accept_quote(
            quote_id=quote.pk,
            version=1,
            acceptance=Acceptance(UTRECHT.as_dict(), UTRECHT.as_dict()),
            paying=Paying("bank_transfer", {}),
            by=buyer_of(quote),
            now=late,
        )


def test_net_days_confirm_at_once_and_stay_within_the_limit() -> None:
    user = make_user()
    make_buyer_terms(user, limit="2000.00")
    first = make_offer(make_chair_quote(12, user=user), payment=net(30))
    second = make_offer(make_chair_quote(12, user=user), payment=net(30))

    order = accept(first)
    assert order.status == OrderStatus.UNFULFILLED
    assert instalments(order) == [("NET", Decimal("1362.00"), NeededFor.NOTHING)]
    assert Payment.objects.get(order=order).due_at > timezone.now() + timedelta(days=29)
    with pytest.raises(OverLimit) as refusal:
        accept(second)
    assert refusal.value.would_owe.amount == Decimal("2724.00")
    assert Order.objects.count() == 1


def test_net_days_end_with_the_approval() -> None:
    user = make_user()
    terms = make_buyer_terms(user)
    quote = make_offer(make_chair_quote(user=user), payment=net(30))
    end_buyer_terms(terms=terms, by=make_user())
    with pytest.raises(NotApproved):
        accept(quote)


def test_net_days_cannot_be_offered_to_anybody() -> None:
    quote = make_chair_quote()
    with pytest.raises(Refused):
        make_offer(quote, payment=net(30))
    assert quote.versions.count() == 0


def test_a_sample_is_marked_as_one() -> None:
    make_exchange_rate()
    quote = make_offer(make_chair_quote(1, is_sample=True), payment=FULL)
    assert accept(quote).seller_orders.get().lines.get().is_sample
