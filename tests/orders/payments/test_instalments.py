from decimal import Decimal
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from marketplace.events.models import OutboxMessage
from orders.events import OrderPaid
from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus, SellerOrderStatus
from orders.payments.credit import BuyerCredit
from orders.payments.discovery import installed_gateways
from orders.payments.instalment import Instalment, InstalmentKind, InstalmentTerm, NeededFor
from orders.payments.open import NothingToPay, open_payment
from orders.payments.paid import (
    InstalmentUnpaid,
    is_paid,
    may_hand_over_documents,
    may_ship,
    next_instalment,
    paid_in_full,
    require_paid_for_shipping,
)
from orders.payments.payment import PaymentStatus
from orders.payments.plan import PlanDoesNotAddUp, deposit_and_balance, net_days, plan_payment
from orders.payouts.ledger.account import buyer_credit, buyer_funds, provider_funds
from orders.payouts.ledger.balance import balance_of
from tests.orders.payments.conftest import Terms, charge, euros, opened, planned

pytestmark = pytest.mark.django_db


def thirty_seventy(needed_for: NeededFor = NeededFor.SHIP) -> Terms:
    def terms(order: Order) -> list[InstalmentTerm]:
        return deposit_and_balance(
            order.total.gross, percent=Decimal(30), deposit_due_at=timezone.now(), balance_needed_for=needed_for
        )

    return terms


def later(order: Order) -> list[InstalmentTerm]:
    return net_days(order.total.gross, due_at=timezone.now())


def amounts(order: Order) -> list[tuple[str, Decimal, Decimal]]:
    rows = Instalment.objects.filter(order=order).order_by("position")
    return [(row.kind, row.amount, row.charged_amount) for row in rows]


def test_an_ordinary_order_has_one_instalment_that_everything_waits_for() -> None:
    order = planned()
    assert amounts(order) == [("FULL", Decimal(100), Decimal(0))]
    part = order.seller_orders.get()
    assert (is_paid(order), may_ship(part), paid_in_full([order])) == (False, False, set())


def test_a_plan_that_does_not_add_up_is_refused() -> None:
    order = planned()
    order.instalments.all().delete()
    terms = [InstalmentTerm(InstalmentKind.FULL, euros("99.99"), NeededFor.CONFIRM)]
    with pytest.raises(PlanDoesNotAddUp) as refusal:
        plan_payment(order, terms)
    assert (refusal.value.planned, refusal.value.total) == (euros("99.99"), euros(100))
    assert not Instalment.objects.exists()


def test_a_deposit_and_its_balance_add_up_to_the_unit() -> None:
    order = planned(("0", "99.99"), terms=thirty_seventy())
    assert amounts(order) == [("DEPOSIT", Decimal("30.00"), 0), ("BALANCE", Decimal("69.99"), 0)]


@pytest.mark.parametrize(
    ("needed_for", "ships", "hands_over"),
    [(NeededFor.SHIP, False, False), (NeededFor.DOCUMENTS, True, False), (NeededFor.NOTHING, True, True)],
)
def test_a_deposit_confirms_and_the_balance_is_waited_for(needed_for: NeededFor, ships: bool, hands_over: bool) -> None:
    order = planned(terms=thirty_seventy(needed_for))
    charge(opened(order), "30")

    part = order.seller_orders.get()
    assert (is_paid(order), part.status) == (True, SellerOrderStatus.CONFIRMED)
    assert (may_ship(part), may_hand_over_documents(part)) == (ships, hands_over)
    assert paid_in_full([order]) == set()
    charge(opened(order), "70")
    assert (may_ship(part), may_hand_over_documents(part), paid_in_full([order])) == (True, True, {order.pk})
    assert OutboxMessage.objects.filter(name=OrderPaid.__name__).count() == 1


def test_goods_that_are_not_paid_for_do_not_leave() -> None:
    order = planned(terms=thirty_seventy())
    charge(opened(order), "30")
    with pytest.raises(InstalmentUnpaid) as refusal:
        require_paid_for_shipping(order.seller_orders.get())
    assert (refusal.value.kind, refusal.value.missing) == ("BALANCE", euros(70))


def test_net_days_wait_for_no_money() -> None:
    order = planned(terms=later)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED
    assert may_ship(order.seller_orders.get())
    assert next_instalment(order) is not None
    assert paid_in_full([order]) == set()


def test_an_order_that_costs_nothing_is_paid() -> None:
    order = planned(("0", "0"))
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED
    assert paid_in_full([order]) == {order.pk}
    with pytest.raises(NothingToPay):
        opened(order)


def test_part_payments_add_up() -> None:
    order = planned(("20", "80"), ("0", "50"))
    payment = opened(order)

    charge(payment, "60")
    payment.refresh_from_db()
    assert (payment.status, payment.charged_amount, is_paid(order)) == (PaymentStatus.PARTLY_CHARGED, 60, False)
    assert sorted(order.seller_orders.values_list("charged_amount", flat=True)) == [20, 40]
    charge(payment, "90")

    payment.refresh_from_db()
    assert (payment.status, is_paid(order)) == (PaymentStatus.CHARGED, True)
    assert sorted(order.seller_orders.values_list("charged_amount", flat=True)) == [50, 100]
    types = list(order.events.values_list("type", flat=True))
    assert types == ["PART_PAID", "PAID", "CONFIRMED", "CONFIRMED"]


def test_the_same_charge_counts_once() -> None:
    order = planned()
    payment = opened(order)
    assert [charge(payment, "60", key="STMT-1"), charge(payment, "60", key="STMT-1")] == [True, False]
    assert balance_of(buyer_funds(order.pk), "EUR") == euros(60)


def test_what_is_too_much_pays_the_balance_and_then_is_credit() -> None:
    order = planned(terms=thirty_seventy())
    charge(opened(order), "110")

    assert amounts(order) == [("DEPOSIT", 30, 30), ("BALANCE", 70, 70)]
    assert BuyerCredit.objects.get(order=order).available == euros(10)
    held = [balance_of(name, "EUR") for name in (buyer_funds(order.pk), buyer_credit(order.pk))]
    assert held == [euros(100), euros(10)]
    assert balance_of(provider_funds("bank_transfer"), "EUR") == euros(110)


def test_paying_the_rest_another_way_leaves_what_came_in_place() -> None:
    from orders.payments.open import abandon_payment

    order = planned()
    first = opened(order)
    charge(first, "40")
    abandon_payment(order, key="replaced")
    second = opened(order, "test_card")

    first.refresh_from_db()
    assert (first.status, first.amount, second.amount) == (PaymentStatus.CHARGED, 40, 60)


def test_only_one_payment_of_an_instalment_is_open() -> None:
    order = planned()
    opened(order)
    open_again = partial(open_payment, order, installed_gateways()["test_card"], now=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        open_again()
