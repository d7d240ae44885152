"""Write down that money is to go back to the buyer."""

from collections.abc import Iterator

from i18n.money import Money, sum_money
from marketplace.events.publish import publish
from orders.events import RefundOwed
from orders.lifecycle.by import SYSTEM, By
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.open import note
from orders.payments.payment import Payment
from orders.payments.payment_event import PaymentEventType
from orders.payments.refund import Refund, RefundReason, RefundStatus
from orders.payouts.settle_part import settle_part
from orders.stored_money import stored


class RefundTooHigh(Exception):
    """More would go back than was charged and has not gone back; nothing was written."""

    def __init__(self, number: str, wanted: Money, possible: Money) -> None:
        super().__init__(f"{wanted} cannot be paid back for {number}, {possible} can")
        self.number = number
        self.wanted = wanted
        self.possible = possible


def owe_refund(
    seller_order: SellerOrder,
    amount: Money,
    *,
    key: str,
    reason: RefundReason,
    by: By = SYSTEM,
    shipping: Money | None = None,
    told: str = "",
) -> Refund:
    """Owe the buyer ``amount`` of what was charged for this part; under the order's lock. Once per ``key``.

    ``shipping`` says how much of it gives freight back; without it goods come first. ``told`` are a person's words for
    the history. What the seller had earned of it, and the commission on that, is taken back in the same transaction; a
    reaction to ``RefundOwed`` asks the gateway. Where two payments have to give, the later one gives first, and the
    first of two rows is returned. Raises ``RefundTooHigh``.
    """
    order = seller_order.order
    known = Refund.objects.filter(order=order, key=key).first()
    if known is not None:
        return known
    seller_order.refresh_from_db(fields=["charged_amount"])
    possible = refundable(seller_order)
    if not 0 < amount.amount <= possible.amount:
        raise RefundTooHigh(seller_order.number, amount, possible)
    freight = _freight(seller_order, amount, shipping)
    rows = _write(order, seller_order, amount, freight, key, reason)
    record(OrderEventType.REFUND_DUE, order=order, seller_order=seller_order, by=by, reason=told)
    settle_part(seller_order)
    return rows[0]


def refundable(seller_order: SellerOrder) -> Money:
    """What was charged for a part and is not owed back yet."""
    return stored(seller_order.charged_amount, seller_order.currency) - refunded(seller_order)


def refunded(seller_order: SellerOrder) -> Money:
    """What went back or is owed back of it."""
    rows = Refund.objects.filter(seller_order=seller_order)
    return sum_money((row.money for row in rows), seller_order.currency)


def owe_from_payments(
    order: Order,
    seller_order: SellerOrder | None,
    amount: Money,
    *,
    freight: Money,
    key: str,
    reason: RefundReason,
    status: RefundStatus = RefundStatus.DUE,
) -> list[Refund]:
    """Rows that together owe ``amount``, one per payment that gives; the caller knows that there is enough."""
    return [
        Refund.objects.create(
            order=order,
            seller_order=seller_order,
            payment=payment,
            key=key if place == 1 else f"{key}/{place}",
            currency=order.currency,
            amount=given.amount,
            shipping_amount=freight_given.amount,
            reason=reason,
            status=status,
        )
        for place, (payment, given, freight_given) in enumerate(_givers(order, amount, freight), start=1)
    ]


def _write(
    order: Order, part: SellerOrder, amount: Money, freight: Money, key: str, reason: RefundReason
) -> list[Refund]:
    rows = owe_from_payments(order, part, amount, freight=freight, key=key, reason=reason)
    for row in rows:
        note(row.payment, PaymentEventType.REFUND_DUE, key=f"refund-due:{row.pk}", amount=row.amount)
        publish(RefundOwed(refund_id=str(row.pk)))
    return rows


def _freight(part: SellerOrder, amount: Money, wanted: Money | None) -> Money:
    """As much as was asked for, within what there is: freight that was charged, goods that were charged."""
    zero = Money.zero(part.currency)
    given = sum_money((row.shipping for row in Refund.objects.filter(seller_order=part)), part.currency)
    charged = stored(part.charged_amount, part.currency)
    freight_charged = min(stored(part.shipping_amount - part.waived_shipping_amount, part.currency), charged)
    freight_left = max(min(freight_charged - given, refundable(part)), zero)
    goods_left = refundable(part) - freight_left
    least, most = max(amount - goods_left, zero), min(freight_left, amount)
    return min(max(wanted or zero, least), most)


def _givers(order: Order, amount: Money, freight: Money) -> Iterator[tuple[Payment, Money, Money]]:
    """The latest payments first, each as far as it reaches."""
    owed = _owed_of_payments(order)
    for payment in Payment.objects.filter(order=order, charged_amount__gt=0).order_by("-created_at", "-id"):
        given = min(amount, payment.charged - owed.get(payment.pk, Money.zero(order.currency)))
        if given.amount > 0:
            freight_given = min(freight, given)
            yield payment, given, freight_given
            amount, freight = amount - given, freight - freight_given
    if amount:
        raise ValueError(f"the payments of {order.number} lack {amount} of what was charged for its parts")


def _owed_of_payments(order: Order) -> dict[object, Money]:
    owed: dict[object, Money] = {}
    for row in Refund.objects.filter(order=order):
        owed[row.payment_id] = owed.get(row.payment_id, Money.zero(order.currency)) + row.money
    return owed
