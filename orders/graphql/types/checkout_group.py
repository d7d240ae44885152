"""The goods of one seller in a basket, in the API. The parents are `PricedGroup`."""

from typing import Any

from i18n.graphql.types.money import Money, TaxedMoney
from logistics.graphql.types.delivery import DeliveryLeg, PickupPlace
from logistics.rates.quotes import Unanswered
from logistics.rates.rate import Rate
from marketplace.graphql import (
    ANYONE,
    ID,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.checkout.priced import PricedGroup, PricedLine
from orders.graphql.types.checkout_line import CheckoutLine
from orders.graphql.types.unanswered_carrier import UnansweredCarrier


class DeliveryMethod(ObjectType):
    """A way for one seller's goods to travel."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True, description="For checkoutDeliveryMethodUpdate.")
    name = Field(String, required=True)
    carrier = Field(String, required=True)
    price = Field(Money, required=True)
    minimum_delivery_days = Field(Int)
    maximum_delivery_days = Field(Int)
    basis = Field(String, required=True, description="How the price came about.")
    description = Field(String, description="The seller's words about its own method.")
    pickup = Field(PickupPlace, description="The buyer fetches the goods there.")
    legs = Field(List(NonNull(DeliveryLeg)), required=True, size=5, description="Of a through quote, in their order.")

    resolve_id = attribute("method_id")
    resolve_minimum_delivery_days = attribute("min_days")
    resolve_maximum_delivery_days = attribute("max_days")

    @staticmethod
    def resolve_description(rate: Rate, info: Any) -> str | None:
        return rate.description or None

    @staticmethod
    def resolve_legs(rate: Rate, info: Any) -> list[Any]:
        return list(rate.legs)


class CheckoutGroup(ObjectType):
    """The goods of one seller, which travel together."""

    class Meta:
        access = ANYONE

    seller = Field(Seller, required=True)
    lines = Field(List(NonNull(CheckoutLine)), required=True)
    subtotal = Field(TaxedMoney, required=True)
    shipping_price = Field(TaxedMoney, required=True, description="Of the chosen method; zero before one is chosen.")
    shipping_discount = Field(Money, required=True, description="The voucher's share of the delivery.")
    total_price = Field(TaxedMoney, required=True)
    delivery_methods = Field(
        List(NonNull(DeliveryMethod)), required=True, description="Cheapest first; empty without an address."
    )
    unanswered_carriers = Field(
        List(NonNull(UnansweredCarrier)),
        required=True,
        size=3,
        description="Those that gave no price; asking again may bring more, unless they refused.",
    )
    delivery_method = Field(DeliveryMethod, description="The one that is chosen.")

    resolve_shipping_price = attribute("shipping")
    resolve_total_price = attribute("total")

    @staticmethod
    def resolve_delivery_methods(group: PricedGroup, info: Any) -> list[Any]:
        return list(group.methods)

    @staticmethod
    def resolve_unanswered_carriers(group: PricedGroup, info: Any) -> list[Unanswered]:
        return list(group.unanswered)

    @staticmethod
    def resolve_delivery_method(group: PricedGroup, info: Any) -> Any:
        return group.method

    @staticmethod
    def resolve_lines(group: PricedGroup, info: Any) -> list[PricedLine]:
        return list(group.lines)
