"""Comparing carriers for an order, in the public API."""

from typing import Any

from i18n.messages import gettext_noop as _
from logistics.rates.quotes import Answer
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, ObjectType
from orders.fulfillment.shipping_rates import shipping_rates
from orders.graphql import access
from orders.graphql.types.shipping_rates import ShippingRates
from orders.lifecycle.consignment import AddressErased

COST = 100


class RatesQueries(ObjectType):
    """What carriers would take."""

    shipping_rates = Field(
        ShippingRates,
        seller_order=ID(required=True),
        access=SIGNED_IN,
        cost=COST,
        description="What carriers would take for what is still to be sent, asked side by side in a few seconds; for "
        "members of the seller and staff, null for others.",
    )

    @staticmethod
    def resolve_shipping_rates(root: Any, info: Any, seller_order: str) -> Answer | None:
        part = access.find_seller_order(info, seller_order)
        if part is None:
            return None
        try:
            return shipping_rates(part, at=info.context.now, language=info.context.language)
        except AddressErased as refusal:
            raise InputError(_("The address of this order was erased."), field="seller_order") from refusal
