"""Whose texts by key somebody may change: a basket's, an order's, a person's."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.graphql import InputError, split_global_id
from orders.checkout.checkout import Checkout
from orders.graphql.access import checkout_key, find_order, key_of
from orders.lifecycle.order import Order

MetadataRow = Checkout | Order | User


def row_with_metadata(info: Any, global_id: str) -> MetadataRow:
    """The row, locked, for whoever may change its public texts. Raises `InputError` NOT_FOUND for everybody else.

    A basket: whoever has its id. An order: its buyer and staff. A person: only themselves.
    """
    type_name, _key = split_global_id(global_id)
    found: MetadataRow | None = None
    match type_name:
        case "Checkout":
            found = Checkout.objects.select_for_update().filter(pk=checkout_key(info, global_id)).first()
        case "Order" if (order := find_order(info, global_id)) is not None:
            found = Order.objects.select_for_update().get(pk=order.pk)
        case "User" if info.context.actor.is_authenticated:
            rows = User.objects.select_for_update().filter(pk=info.context.actor.id)
            found = rows.filter(public_id=key_of(global_id, "User")).first()
    if found is None:
        raise InputError(_("There is nothing here to keep texts with."), field="id", code="NOT_FOUND")
    return found
