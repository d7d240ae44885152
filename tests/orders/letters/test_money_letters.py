"""Letters about money that came, is still to come, or goes back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.formatting import format_money
from i18n.money import Money
from marketplace.events.deliver import deliver_pending
from orders.events import RefundDone, RefundOwed, SellerOrderDelivered
from orders.fulfillment.pack import pack_seller_order
from orders.letters.balance_due import remind_of_balances
from orders.letters.order_shipped import announce_delivery
from orders.letters.refund_news import announce_refund, announce_refund_sent
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from orders.models import Instalment, Payment, Refund
from orders.payments.mark_as_paid import mark_as_paid
from tests.factories.accounts import make_user
from tests.factories.orders import BUYER, SELLER, make_order, make_paid_order
from tests.posted import posted

pytestmark = pytest.mark.django_db


def euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def receive(order: Order, amount: Money, reference: str) -> list[str]:
    """Money arrives; the bodies of the letters to the buyer that follow it."""
    _deliver()
    known = len(posted())
    mark_as_paid(order_id=order.pk, reference=reference, by=make_user(staff_roles=["operator"]), amount=amount)
    _deliver()
    return [str(message.body) for message in posted()[known:] if message.to == [order.email]]


def _deliver() -> None:
    while deliver_pending():
        pass


def in_dutch(amount: Money) -> str:
    return format_money(amount, "nl")


def by_deposit(order: Order, needed_for: str = "SHIP") -> Instalment:
    Instalment.objects.filter(order=order).update(kind="DEPOSIT", amount=Decimal(30))
    Payment.objects.filter(order=order).update(amount=Decimal(30))
    facts = {"kind": "BALANCE", "amount": order.total_amount - 30, "needed_for": needed_for, "position": 2}
    return Instalment.objects.create(order=order, currency="EUR", **facts)


def test_the_whole_price_is_acknowledged_once() -> None:
    order = make_order()
    (letter,) = receive(order, order.total.gross, "B-1")
    assert "Nog te betalen" not in letter
    assert in_dutch(order.total.gross) not in letter


def test_a_part_is_acknowledged_with_what_is_missing_and_the_rest_with_what_is_too_much() -> None:
    order = make_order()
    rest = order.total.gross - euros("50")
    (letter,) = receive(order, euros("50"), "B-1")
    assert in_dutch(euros("50")) in letter
    assert in_dutch(rest) in letter
    (paid,) = receive(order, rest, "B-2")
    assert in_dutch(rest) not in paid
    more = order.payments.get()
    assert more.charged == order.total.gross


def test_a_deposit_lets_the_sellers_begin_and_the_balance_is_told_and_asked_for_when_they_pack() -> None:
    order = make_order()
    balance = by_deposit(order)
    (letter,) = receive(order, euros("30"), "B-1")
    assert in_dutch(balance.owed) in letter
    assert remind_of_balances(timezone.now()) == 0
    pack_seller_order(seller_order_id=order.seller_orders.get().pk, by=SELLER)
    assert [remind_of_balances(timezone.now()) for _ in range(2)] == [1, 0]
    reminder = posted()[-1]
    assert in_dutch(balance.owed) in reminder.body
    assert order.payments.get().reference in reminder.body
    (letter,) = receive(order, balance.owed, "B-2")
    assert in_dutch(balance.money) in letter
    assert remind_of_balances(timezone.now()) == 0


def test_a_day_is_reminded_of_before_and_after() -> None:
    order = make_order()
    now = timezone.now()
    balance = by_deposit(order, "NOTHING")
    Instalment.objects.filter(pk=balance.pk).update(due_at=now + timedelta(days=10))
    assert remind_of_balances(now) == 0
    assert [remind_of_balances(now + timedelta(days=days)) for days in (8, 9, 11, 12)] == [1, 0, 1, 0]


def test_a_balance_of_an_order_that_was_called_off_is_asked_for_by_nobody() -> None:
    order = make_order()
    balance = by_deposit(order, "NOTHING")
    Instalment.objects.filter(pk=balance.pk).update(due_at=timezone.now())
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    assert remind_of_balances(timezone.now()) == 0


@pytest.mark.parametrize(("reason", "letters"), [("GOODWILL", 2), ("CANCELED", 1), ("CHARGEBACK", 0)])
def test_money_that_goes_back_is_told_where_nothing_else_does(reason: str, letters: int) -> None:
    order = make_paid_order()
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    refund = Refund.objects.get()
    Refund.objects.update(reason=reason, reference="OUT-7")
    for _ in range(2):
        announce_refund(RefundOwed(refund_id=str(refund.pk)))
        announce_refund_sent(RefundDone(refund_id=str(refund.pk)))
    found = posted()
    assert len(found) == letters
    assert all(in_dutch(refund.money) in str(message.body) for message in found)
    assert not found or "OUT-7" in str(found[-1].body)


def test_what_arrived_is_told_once() -> None:
    part = make_paid_order().seller_orders.get()
    for _ in range(2):
        announce_delivery(SellerOrderDelivered(seller_order_id=str(part.pk)))
    (message,) = posted()
    assert part.number in message.body
