from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from marketplace.events.models import OutboxMessage
from orders.events import RefundOwed
from orders.lifecycle.cancel import cancel_order, cancel_seller_order
from orders.lifecycle.states import OrderStatus
from orders.models import Payment, PaymentEvent
from orders.payments.discovery import installed_gateways
from orders.payments.mark_as_paid import AlreadyPaid, mark_as_paid
from orders.payments.open import NothingToPay
from orders.payments.pay_again import pay_again
from orders.payments.payment import PaymentStatus
from orders.payments.refund import Refund
from orders.payments.send_refund import NoRefundDue, mark_refund_sent, send_refund
from orders.payments.settle import settle_payment
from orders.payouts.ledger.account import provider_funds
from orders.payouts.ledger.balance import balance_of
from tests.factories.accounts import make_operator
from tests.factories.orders import (
    ACCEPTED_CARD,
    BUYER,
    DECLINED_CARD,
    SELLER,
    complete,
    make_chair,
    make_order,
    make_paid_order,
    make_ready_checkout,
)

pytestmark = pytest.mark.django_db


def send_refunds() -> None:
    """What the outbox does with every refund that is owed."""
    for refund in Refund.objects.all():
        send_refund(RefundOwed(refund_id=str(refund.pk)))


def test_a_transfer_that_arrived_confirms_the_order_once() -> None:
    order, operator = make_order(), make_operator()

    mark_as_paid(order_id=order.pk, reference="STMT-17/4", by=operator)
    mark_as_paid(order_id=order.pk, reference="STMT-17/4", by=operator)

    order.refresh_from_db()
    payment = order.payments.get()
    assert order.status == OrderStatus.UNFULFILLED
    assert payment.status == PaymentStatus.CHARGED
    assert payment.reference.startswith("RF")
    assert payment.events.get(type="CHARGED").user == operator
    assert OutboxMessage.objects.filter(name="OrderPaid").count() == 1


def test_a_second_transfer_is_refused_and_told_apart() -> None:
    order, operator = make_order(), make_operator()
    mark_as_paid(order_id=order.pk, reference="first", by=operator)

    with pytest.raises(AlreadyPaid) as refusal:
        mark_as_paid(order_id=order.pk, reference="second", by=operator)

    assert refusal.value.reference == "first"
    assert PaymentEvent.objects.filter(type="CHARGED").count() == 1


@pytest.mark.parametrize("state", ["canceled", "card"])
def test_no_transfer_is_awaited(state: str) -> None:
    order = make_order() if state == "canceled" else make_paid_order()
    if state == "canceled":
        cancel_order(order_id=order.pk, by=BUYER, reason="")
    with pytest.raises(NothingToPay):
        mark_as_paid(order_id=order.pk, reference="late", by=make_operator())


def test_after_a_declined_card_another_pays() -> None:
    order = complete(make_ready_checkout().pk, gateway="test_card", data=DECLINED_CARD)

    order = pay_again(order_id=order.pk, gateway_code="test_card", data=ACCEPTED_CARD, now=timezone.now())

    assert order.status == OrderStatus.UNFULFILLED
    assert sorted(order.payments.values_list("status", flat=True)) == ["CHARGED", "FAILED"]
    with pytest.raises(NothingToPay):
        pay_again(order_id=order.pk, gateway_code="test_card", data=ACCEPTED_CARD, now=timezone.now())


def test_changing_to_a_transfer_replaces_the_payment_and_prolongs_the_order() -> None:
    order = complete(make_ready_checkout().pk, gateway="test_card", data=DECLINED_CARD)
    due_by_card = order.payment_due_at

    order = pay_again(order_id=order.pk, gateway_code="bank_transfer", data={}, now=timezone.now())

    assert order.payment_due_at > due_by_card
    assert order.payments.filter(status=PaymentStatus.PENDING).get().gateway == "bank_transfer"


def test_a_charge_that_comes_after_the_order_was_given_up_is_paid_back(monkeypatch: pytest.MonkeyPatch) -> None:
    order = complete(make_ready_checkout().pk, gateway="bank_transfer")
    Payment.objects.update(gateway="test_card")
    card = installed_gateways()["test_card"]
    capture = type(card).capture

    def cancel_meanwhile(*args: object, **options: object) -> object:
        cancel_order(order_id=order.pk, by=BUYER, reason="")
        return capture(*args, **options)  # type: ignore[arg-type]  # passes on what it was given

    monkeypatch.setattr(type(card), "capture", cancel_meanwhile)
    payment = settle_payment(payment_id=order.payments.get().pk, data=ACCEPTED_CARD)

    assert payment.charged_amount == payment.amount
    refund = Refund.objects.get(order=order)
    assert (refund.seller_order, refund.amount, refund.reason) == (None, payment.charged_amount, "OVERPAID")
    send_refunds()
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.REFUNDED
    assert balance_of(provider_funds("test_card"), order.currency) == Money.zero(order.currency)
    order.refresh_from_db()
    assert order.status == OrderStatus.CANCELED


def test_the_price_of_a_cancelled_part_is_paid_back_once() -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 1))
    part = order.seller_orders.get(position=1)
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    send_refunds()
    send_refunds()

    payment = order.payments.get()
    assert payment.refunded_amount == part.total_amount
    assert payment.status == PaymentStatus.CHARGED
    assert payment.events.filter(type="REFUNDED").count() == 1


def test_a_wholly_cancelled_order_is_wholly_refunded() -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 2))
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    send_refunds()

    payment = order.payments.get()
    assert (payment.status, payment.refunded_amount) == (PaymentStatus.REFUNDED, payment.amount)


def test_a_transfer_is_sent_back_by_people() -> None:
    operator = make_operator()
    order = make_order()
    mark_as_paid(order_id=order.pk, reference="in", by=operator)
    part = order.seller_orders.get()
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    send_refunds()
    assert order.payments.get().refunded_amount == Decimal(0)

    for _ in range(2):
        mark_refund_sent(seller_order_id=part.pk, reference="out", by=operator)

    assert order.payments.get().status == PaymentStatus.REFUNDED
    assert PaymentEvent.objects.filter(type="REFUNDED").count() == 1


def test_nothing_is_paid_back_where_nothing_is_due() -> None:
    part = make_paid_order().seller_orders.get()
    send_refunds()
    with pytest.raises(NoRefundDue):
        mark_refund_sent(seller_order_id=part.pk, reference="out", by=make_operator())
    assert not PaymentEvent.objects.filter(type="REFUNDED").exists()
