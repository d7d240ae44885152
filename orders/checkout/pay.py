"""Pay a basket: it becomes an order, and the order is paid.

Clients of another habit pay first and complete afterwards. Here no charge exists without its order, so that paying is
what places it; ``checkoutComplete`` afterwards answers the order that is there.

1. A basket that is an order already: what is owed of the order is paid; nothing, if nothing is.
2. Otherwise the buyer agrees to the total named, or without one to what was last shown: where something changed since,
   nothing is done and the changes are said.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from marketplace.accounts.models import User
from orders.checkout.checkout import Checkout
from orders.checkout.complete import CheckoutHasProblems, complete_checkout
from orders.checkout.problems import CHANGES
from orders.checkout.totals import price_checkout
from orders.lifecycle.order import Order
from orders.locks import CheckoutNotFound
from orders.payments.open import NothingToPay
from orders.payments.pay_again import pay_again


def pay_checkout(
    *,
    checkout_id: UUID,
    gateway_code: str,
    data: Mapping[str, str],
    agreed_total: Decimal | None,
    now: datetime,
    user: User | None = None,
) -> Order:
    """The one order of the basket, its payment begun. Call it outside any transaction.

    Raises what ``complete_checkout`` raises.
    """
    placed = Order.objects.filter(checkout_id=checkout_id).first()
    if placed is not None:
        return pay_rest(placed, gateway_code=gateway_code, data=data, now=now)
    return complete_checkout(
        checkout_id=checkout_id,
        gateway_code=gateway_code,
        payment_data=data,
        accepted_total=seen_total(checkout_id, now=now) if agreed_total is None else agreed_total,
        now=now,
        user=user,
    )


def pay_rest(order: Order, *, gateway_code: str, data: Mapping[str, str], now: datetime) -> Order:
    """Pay what is owed of an order. Paying what is paid already changes nothing: it may be the same click twice."""
    try:
        return pay_again(order_id=order.pk, gateway_code=gateway_code, data=data, now=now)
    except NothingToPay:
        if order.has_expired or not order.seller_orders.exclude(status="CANCELED").exists():
            raise
        return order


def seen_total(checkout_id: UUID, *, now: datetime) -> Decimal:
    """What the basket costs, if that is what the buyer was shown. Raises ``CheckoutHasProblems`` with what changed."""
    checkout = Checkout.objects.select_related("channel").filter(pk=checkout_id).first()
    if checkout is None:
        placed = Order.objects.filter(checkout_id=checkout_id).first()
        if placed is None:
            raise CheckoutNotFound(checkout_id)
        return placed.total_amount  # somebody completed it just now, and completing twice is completing once
    priced = price_checkout(checkout, now=now)
    changes = [problem for problem in priced.problems if problem.code in CHANGES]
    if changes:
        raise CheckoutHasProblems(changes)
    return priced.total.gross.amount
