"""``shippingMethodChannelListingUpdate`` and the products that never travel by a method."""

from decimal import Decimal as Number
from typing import Any

from catalog.graphql.errors import REFUSED
from catalog.graphql.inputs import channel_of_id, each_once
from logistics.graphql.zones.access import own_method
from logistics.graphql.zones.inputs import channels_of, products_of
from logistics.graphql.zones.types import ShippingMethodType
from logistics.zones.list_method import Listing, list_method
from logistics.zones.write_method import exclude_products, readmit_products
from marketplace.graphql import ID, SIGNED_IN, Decimal, Field, InputObjectType, List, Mutation, NonNull

CODES = ("TOO_MANY",)


class ShippingMethodChannelListingAddInput(InputObjectType):
    """What a method costs in a market; amounts are of the market's currency, and replace the earlier ones."""

    channel_id = ID(required=True)
    price = Decimal(description="0 unless said. Of a carrier's quote: what is added to it.")
    minimum_order_price = Decimal()
    maximum_order_price = Decimal()
    free_from = Decimal(description="Goods of the seller for this much or more travel free.")


class ShippingMethodChannelListingInput(InputObjectType):
    """Markets that are not named stay as they are."""

    add_channels = List(NonNull(ShippingMethodChannelListingAddInput))
    remove_channels = List(NonNull(ID))


class ShippingMethodChannelListingUpdate(Mutation):
    """What a delivery method costs in markets of its zone. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = ShippingMethodChannelListingInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    shipping_method = Field(ShippingMethodType)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        method = own_method(info, id)
        added = input.get("add_channels") or []
        each_once((each["channel_id"] for each in added), field="add_channels")
        listings = [
            Listing(
                channel=channel_of_id(each["channel_id"], field="add_channels"),
                price=each.get("price") or Number(0),
                minimum=each.get("minimum_order_price"),
                maximum=each.get("maximum_order_price"),
                free_from=each.get("free_from"),
            )
            for each in added
        ]
        removed = channels_of(input.get("remove_channels"), field="remove_channels")
        return {"shipping_method": list_method(method=method, listings=listings, removed=removed)}


class ShippingPriceExcludeProductsInput(InputObjectType):
    """The seller's own products."""

    products = List(NonNull(ID), required=True)


class ShippingPriceExcludeProducts(Mutation):
    """Name products that never travel by a delivery method. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = ShippingPriceExcludeProductsInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    shipping_method = Field(ShippingMethodType)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        method = own_method(info, id)
        products = products_of(input["products"], seller_id=method.zone.seller_id)
        return {"shipping_method": exclude_products(method=method, products=products)}


class ShippingPriceRemoveProductFromExclude(Mutation):
    """Let products travel by a delivery method again. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        products = List(NonNull(ID), required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES

    shipping_method = Field(ShippingMethodType)

    @classmethod
    def perform(cls, info: Any, *, id: str, products: list[str]) -> dict[str, Any]:
        method = own_method(info, id)
        found = products_of(products, seller_id=method.zone.seller_id)
        return {"shipping_method": readmit_products(method=method, products=found)}
