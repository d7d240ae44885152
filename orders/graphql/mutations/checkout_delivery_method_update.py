from typing import Any

from graphql import FieldNode

from marketplace.graphql import ANYONE, ID, BadGlobalID, Field, integer_key, split_global_id
from orders.checkout.choose_delivery import choose_delivery
from orders.checkout.combined_delivery import choose_combined
from orders.graphql.access import checkout_key
from orders.graphql.named_checkout import CheckoutMutation
from orders.graphql.open_checkout import opened
from orders.graphql.refusals import CHECKOUT, CheckoutError
from orders.graphql.types.checkout import Checkout

_RECKONED = "orders.reckoned_with_delivery"


class CheckoutDeliveryMethodUpdate(CheckoutMutation):
    """Choose how one seller's goods travel; without a seller, one of the basket's shippingMethods for all goods."""

    class Arguments:
        seller_id = ID()
        delivery_method_id = ID(required=True)

    class Meta:
        access = ANYONE
        error_type = CheckoutError
        known_errors = CHECKOUT
        cost = 10

    checkout = Field(Checkout)

    @classmethod
    def perform(cls, info: Any, *, id: str, delivery_method_id: str, seller_id: str | None = None) -> dict[str, Any]:
        if seller_id is None:
            key = _combined(delivery_method_id)
            chosen = choose_combined(checkout_id=checkout_key(info, id), key=key, now=info.context.now)
            return {"checkout": opened(info, chosen)}
        priced = choose_delivery(
            checkout_id=checkout_key(info, id),
            seller_id=integer_key(seller_id, "Seller", field="seller_id"),
            method_id=delivery_method_id,
            now=info.context.now,
            language=info.context.language,
            known=info.context.cache.get(_RECKONED) if _only_choices(info) else None,
        )
        info.context.cache[_RECKONED] = priced
        return {"checkout": opened(info, priced.checkout, priced)}


def _only_choices(info: Any) -> bool:
    """Nothing else is changed between the choices that one request makes for the sellers of a basket."""
    selected = info.operation.selection_set.selections
    return all(isinstance(each, FieldNode) and each.name.value == info.field_name for each in selected)


def _combined(global_id: str) -> str:
    """The key of a Delivery or of its ShippingMethod: clients send the one or the other."""
    type_name, key = split_global_id(global_id, field="delivery_method_id")
    if type_name not in ("Delivery", "ShippingMethod"):
        raise BadGlobalID(global_id, "Delivery", field="delivery_method_id")
    return key
