"""A basket becomes an order.

1. Lock the checkout. If it became an order already, that order is the answer: completing twice is completing once.
2. Lock its voucher, if it has one; price it as of now, and refuse if anything is wrong with it or the total isn't
   the one the buyer accepted.
3. Place the order: a part per seller, lines as they are called and measured today; count the voucher's use.
4. Allocate stock: all of it, or no order.
5. Write down how it is to be paid, the payment and the proforma, publish ``OrderPlaced``, forget the checkout.

All this commits together. Only then the gateway is asked for money (``payments.settle``): a charge without its order
cannot be, and an order whose charge failed waits to be paid again.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.channels.switches import Switch, require_on
from marketplace.events.publish import publish
from marketplace.observability.metrics.instruments import counter
from marketplace.observability.work import bind
from marketplace.written_once import WrittenOnce
from orders.allocation.allocate import allocate_lines
from orders.checkout.basket_sale import basket_sale
from orders.checkout.checkout import Checkout
from orders.checkout.place import place_order
from orders.checkout.price_changed import PriceChanged
from orders.checkout.priced import PricedCheckout
from orders.checkout.problems import Problem
from orders.checkout.totals import price_checkout
from orders.events import OrderPlaced
from orders.lifecycle.order import Order
from orders.lifecycle.proforma import issue_proforma
from orders.locks import CheckoutNotFound, lock_checkout, lock_voucher_of
from orders.payments.confirm import confirm_if_paid
from orders.payments.discovery import available_gateway
from orders.payments.gateway import Gateway
from orders.payments.latest import latest_payment
from orders.payments.open import open_payment
from orders.payments.plan import full_payment, plan_payment
from orders.payments.settle import settle
from orders.vouchers.use import use_voucher

_placed = counter("orders_placed", "Orders placed from baskets.", ["channel"])


class CheckoutHasProblems(Exception):
    """The basket cannot become an order as it is; nothing was done."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


def complete_checkout(
    *,
    checkout_id: UUID,
    gateway_code: str,
    payment_data: Mapping[str, str],
    accepted_total: Decimal,
    now: datetime,
    user: User | None = None,
) -> Order:
    """The one order of this checkout, stored, its payment started. Call it outside any transaction.

    It belongs to the account the checkout is attached to, otherwise to ``user``, otherwise to whoever has its token.

    Raises ``CheckoutNotFound``, ``CheckoutHasProblems``, ``PriceChanged``, ``InsufficientStock``, ``UnknownGateway``,
    ``FeatureOff``.
    """
    order = _place_once(checkout_id, gateway_code, accepted_total, now, user)
    payment = latest_payment(order)
    if payment is not None:
        settle(payment, data=payment_data)
    return _orders(checkout=checkout_id)[0]


_orders: WrittenOnce[Order] = WrittenOnce(
    lambda checkout: Order.objects.filter(checkout_id=checkout).select_related("channel").order_by()
)


def _place_once(
    checkout_id: UUID, gateway_code: str, accepted_total: Decimal, now: datetime, user: User | None
) -> Order:
    with transaction.atomic():
        try:
            checkout = lock_checkout(checkout_id)
        except CheckoutNotFound:
            # Somebody completed it before, or while this one waited for the lock.
            placed = _orders(checkout=checkout_id)
            if not placed:
                raise
            return placed[0]
        checkout.user = checkout.user or user
        _require_offered(checkout)
        gateway = available_gateway(gateway_code, checkout.channel.currency_code, checkout.channel)
        return _place(checkout, gateway, accepted_total, now)


def _require_offered(checkout: Checkout) -> None:
    require_on(checkout.channel, Switch.ORDERS)
    if checkout.user is None:
        require_on(checkout.channel, Switch.GUEST_CHECKOUT)


def _place(checkout: Checkout, gateway: Gateway, accepted_total: Decimal, now: datetime) -> Order:
    if checkout.voucher_code:
        lock_voucher_of(checkout.voucher_code)
    priced = price_checkout(checkout, now=now)
    _refuse(priced, accepted_total)
    order, lines = place_order(basket_sale(priced), due_at=now + gateway.pays_within, now=now)
    if priced.voucher is not None:
        use_voucher(priced.voucher, order=order, now=now)
    allocate_lines(lines=lines, holder=checkout.pk)
    bind(order=order.number)
    publish(OrderPlaced(order_id=str(order.pk)))
    transaction.on_commit(_placed.labels(order.channel.slug).inc)
    instalments = plan_payment(order, full_payment(order))
    # Nothing is paid of a new order, so that only one that costs nothing can be confirmed.
    confirmed = not order.total_amount and confirm_if_paid(order)
    payment = None if confirmed else open_payment(order, gateway, now=now, instalment=instalments[0])
    issue_proforma(order, lines=lines, instalments=instalments, payment=payment)
    checkout.delete()
    return order


def _refuse(priced: PricedCheckout, accepted_total: Decimal) -> None:
    problems = [problem for problem in priced.problems if problem.blocks]
    if problems:
        raise CheckoutHasProblems(problems)
    if priced.total.gross.amount != accepted_total:
        raise PriceChanged(accepted_total, priced.total.gross)
