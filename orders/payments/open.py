"""Write down that an order is to be paid. No gateway is spoken to here."""

from datetime import datetime
from decimal import Decimal

from django.db.models import Sum

from i18n.money import Money
from marketplace.accounts.models import User
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.gateway import Gateway
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.payment_event import PaymentEvent, PaymentEventType


def open_payment(order: Order, gateway: Gateway, *, now: datetime) -> Payment:
    """A PENDING payment for what is owed; the caller holds the order's lock.

    There is at most one payment of an order that is pending or charged (the database sees to it), and the time to
    pay always counts from the placing of the order: trying again doesn't hold stock for longer.
    """
    due_at = order.created_at + gateway.pays_within
    payment = Payment.objects.create(
        order=order,
        gateway=gateway.code,
        currency=order.currency,
        amount=owed(order).amount,
        due_at=due_at,
        created_at=now,
    )
    if due_at > order.payment_due_at:
        order.payment_due_at = due_at
        order.save(update_fields=["payment_due_at"])
    return payment


def owed(order: Order) -> Money:
    """The sum of the parts that are not cancelled."""
    alive = SellerOrder.objects.filter(order=order).exclude(status=SellerOrderStatus.CANCELED)
    return Money(alive.aggregate(sum=Sum("total_amount"))["sum"] or Decimal(0), order.currency)


def abandon_payment(order: Order, *, key: str) -> None:
    """Nobody waits for the order's pending payment any more."""
    for payment in Payment.objects.filter(order=order, status=PaymentStatus.PENDING):
        payment.status = PaymentStatus.FAILED
        payment.save(update_fields=["status"])
        note(payment, PaymentEventType.ABANDONED, key=key)


def note(
    payment: Payment,
    type: PaymentEventType,
    *,
    key: str,
    amount: Decimal | None = None,
    reference: str = "",
    code: str = "",
    user: User | None = None,
) -> bool:
    """Add a line to the payment's history, once per ``key``; says whether it is new."""
    _, created = PaymentEvent.objects.get_or_create(
        payment=payment,
        key=key,
        defaults={
            "type": type,
            "amount": payment.amount if amount is None else amount,
            "reference": reference,
            "code": code,
            "user": user,
        },
    )
    return created
