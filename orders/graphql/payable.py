"""What is paid: a basket, or an order that a basket became or that the caller may open."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import InputError, split_global_id
from orders.checkout.checkout import Checkout
from orders.graphql.access import checkout_key, completing_key, order_for
from orders.lifecycle.order import Order


@dataclass(frozen=True, slots=True)
class Payable:
    """A basket by its key, or an order."""

    checkout_id: UUID | None
    order: Order | None
    currency: str
    channel: Channel


def payable(info: Any, global_id: str) -> Payable:
    """Raises `InputError` NOT_FOUND for whoever may not know of it."""
    type_name, _key = split_global_id(global_id)
    if type_name == "Order":
        order, _by = order_for(info, global_id)
        return Payable(None, order, order.currency, order.channel)
    key = completing_key(info, global_id)
    placed = Order.objects.select_related("channel").filter(checkout_id=key).first()
    if placed is not None:
        return Payable(key, placed, placed.currency, placed.channel)
    basket = Checkout.objects.select_related("channel").filter(pk=key).first()
    if basket is None:
        raise InputError(_("There is no such basket."), field="id", code="NOT_FOUND")
    return Payable(checkout_key(info, global_id), None, basket.channel.currency_code, basket.channel)
