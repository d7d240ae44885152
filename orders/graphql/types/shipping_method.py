"""Deliveries of a whole basket in the API, as Saleor's clients know them. The parents are `CombinedDelivery`."""

from dataclasses import dataclass
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from marketplace.graphql import ANYONE, ID, Boolean, Field, Int, ObjectType, String, attribute, to_global_id
from orders.checkout.combined_delivery import CombinedDelivery


@dataclass(frozen=True, slots=True)
class ShippingOfOrder:
    """How the goods of an order travel, once it is placed: read as a `CombinedDelivery` is."""

    key: str
    title: str
    price: Amount
    minimum_days: int | None
    maximum_days: int | None


class ShippingMethod(ObjectType):
    """How the goods of all sellers in a basket travel. Each seller's own methods stand in the basket's groups."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutDeliveryMethodUpdate.")
    name = Field(String, required=True)
    price = Field(Money, required=True, description="Of all deliveries together.")
    minimum_delivery_days = Field(Int)
    maximum_delivery_days = Field(Int, description="Until the last of the goods is there.")
    active = Field(Boolean, required=True, description="Always true: what is not offered is not listed.")
    message = Field(String, description="Always null.")

    resolve_minimum_delivery_days = attribute("minimum_days")
    resolve_maximum_delivery_days = attribute("maximum_days")

    @staticmethod
    def resolve_id(delivery: CombinedDelivery | ShippingOfOrder, info: Any) -> str:
        return to_global_id("ShippingMethod", delivery.key)

    @staticmethod
    def resolve_name(delivery: CombinedDelivery | ShippingOfOrder, info: Any) -> str:
        return gettext(info.context.language, delivery.title)

    @staticmethod
    def resolve_active(delivery: CombinedDelivery, info: Any) -> bool:
        return True

    @staticmethod
    def resolve_message(delivery: CombinedDelivery, info: Any) -> None:
        return None


class Delivery(ObjectType):
    """A delivery of a basket."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutDeliveryMethodUpdate.")
    shipping_method = Field(ShippingMethod, required=True)

    @staticmethod
    def resolve_id(delivery: CombinedDelivery, info: Any) -> str:
        return to_global_id("Delivery", delivery.key)

    @staticmethod
    def resolve_shipping_method(delivery: CombinedDelivery, info: Any) -> CombinedDelivery:
        return delivery
