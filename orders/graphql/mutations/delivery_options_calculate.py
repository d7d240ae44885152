from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, Field, InputError, List, Mutation, NonNull
from orders.checkout.combined_delivery import combined_deliveries
from orders.graphql.access import find_checkout
from orders.graphql.open_checkout import opened
from orders.graphql.types.shipping_method import Delivery


class DeliveryOptionsCalculate(Mutation):
    """How the goods of all sellers in a basket can travel to its address, priced now."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = ANYONE
        cost = 20

    deliveries = Field(List(NonNull(Delivery)), required=True, description="Cheapest first; empty without an address.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        checkout = find_checkout(info, id)
        if checkout is None:
            raise InputError(_("There is no such basket."), field="id", code="NOT_FOUND")
        return {"deliveries": combined_deliveries(opened(info, checkout).priced)}

    @staticmethod
    def resolve_deliveries(payload: Any, info: Any) -> list[Any]:
        return payload.deliveries or []
