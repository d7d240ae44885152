from decimal import Decimal

import pytest

from i18n.money import Money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.instalment import Instalment, NeededFor
from orders.payments.owe_refund import RefundTooHigh, owe_refund, refundable
from orders.payments.payment import PaymentStatus
from orders.payments.refund import Refund, RefundReason
from orders.payments.take_off import take_off, void_part
from tests.orders.payments.conftest import charge, euros, opened, planned
from tests.orders.payments.test_instalments import thirty_seventy

pytestmark = pytest.mark.django_db


def parts_of(order: Order) -> list[SellerOrder]:
    return list(SellerOrder.objects.filter(order=order).select_related("order").order_by("position"))


def owed(order: Order) -> list[Decimal]:
    return list(Instalment.objects.filter(order=order).order_by("position").values_list("amount", flat=True))


def call_off(part: SellerOrder) -> None:
    SellerOrder.objects.filter(pk=part.pk).update(status=SellerOrderStatus.CANCELED)
    void_part(part)


def test_the_balance_falls_before_anything_goes_back() -> None:
    order = planned(terms=thirty_seventy(NeededFor.SHIP))
    charge(opened(order), "30")
    (part,) = parts_of(order)

    assert take_off(part, euros(40), key="a") is None
    assert owed(order) == [30, 30]
    refund = take_off(part, euros(40), key="b")

    assert owed(order) == [30, 0]
    assert refund is not None
    assert refund.money == euros(10)
    assert refundable(part) == euros(20)


def test_less_is_asked_for_by_the_open_payment() -> None:
    order = planned(("0", "100"), ("0", "50"))
    payment = opened(order)
    call_off(parts_of(order)[0])
    payment.refresh_from_db()
    assert (payment.status, payment.amount, owed(order)) == (PaymentStatus.PENDING, 50, [50])


def test_what_was_paid_for_a_part_that_is_gone_pays_the_others() -> None:
    order = planned(("0", "100"), ("0", "100"))
    charge(opened(order), "100")

    call_off(parts_of(order)[0])

    second = parts_of(order)[1]
    assert (second.charged_amount, second.status) == (100, SellerOrderStatus.CONFIRMED)
    assert not Refund.objects.exists()


def test_a_part_that_is_paid_goes_back_whole_and_once() -> None:
    order = planned(("20", "80"), ("0", "50"))
    charge(opened(order), "150")
    first, second = parts_of(order)
    call_off(first)
    call_off(first)

    refund = Refund.objects.get()
    assert (refund.amount, refund.shipping_amount, refund.reason) == (100, 20, RefundReason.CANCELED)
    assert refundable(second) == euros(50)


def test_more_than_a_part_costs_is_not_taken_off() -> None:
    (part,) = parts_of(planned())
    with pytest.raises(RefundTooHigh):
        take_off(part, euros("100.01"), key="a")
    assert owed(part.order) == [100]


@pytest.mark.parametrize("amount", ["0", "-1", "100.01"])
def test_only_what_was_charged_goes_back(amount: str) -> None:
    order = planned(("20", "80"), ("0", "50"))
    charge(opened(order), "150")
    with pytest.raises(RefundTooHigh):
        owe_refund(parts_of(order)[0], euros(amount), key="a", reason=RefundReason.GOODWILL)
    assert not Refund.objects.exists()


def test_refunds_add_up_to_what_was_charged_and_no_further() -> None:
    order = planned()
    charge(opened(order), "100")
    (part,) = parts_of(order)
    for number, amount in enumerate(("33.33", "33.33", "33.34")):
        owe_refund(part, euros(amount), key=f"r{number}", reason=RefundReason.RETURNED)
    with pytest.raises(RefundTooHigh):
        owe_refund(part, euros("0.01"), key="r3", reason=RefundReason.RETURNED)
    goods = sum((refund.money - refund.shipping for refund in Refund.objects.all()), Money.zero("EUR"))
    assert goods == euros(80)


def test_the_same_key_is_the_same_refund() -> None:
    order = planned()
    charge(opened(order), "100")
    (part,) = parts_of(order)
    first = owe_refund(part, euros(10), key="rma-1", reason=RefundReason.RETURNED, shipping=euros(4))
    second = owe_refund(part, euros(10), key="rma-1", reason=RefundReason.RETURNED)
    assert first == second
    assert Refund.objects.get().shipping_amount == 4


def test_two_payments_give_back_the_later_one_first() -> None:
    order = planned(terms=thirty_seventy())
    deposit = opened(order)
    charge(deposit, "30")
    balance = opened(order)
    charge(balance, "70")

    owe_refund(parts_of(order)[0], euros(90), key="rma", reason=RefundReason.RETURNED)

    found = {(row.key, row.payment_id, row.amount) for row in Refund.objects.all()}
    assert found == {("rma", balance.pk, Decimal(70)), ("rma/2", deposit.pk, Decimal(20))}
