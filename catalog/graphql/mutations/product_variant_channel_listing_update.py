"""``productVariantChannelListingUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_variant
from catalog.graphql.inputs import channel_of_id, each_once
from catalog.graphql.types.product_variant import ProductVariant
from catalog.pricing.set_price import remove_price, set_price
from marketplace.graphql import ID, SIGNED_IN, Decimal, Field, InputObjectType, Int, List, Mutation, NonNull


class PriceTierInput(InputObjectType):
    """A lower price from a quantity on."""

    minimum_quantity = Int(required=True)
    price = Decimal(required=True)


class ProductVariantChannelListingAddInput(InputObjectType):
    """The price in one channel, in its currency; with or without tax as the channel has it."""

    channel_id = ID(required=True)
    price = Decimal(description="Of one piece; null stops selling the variant there.")
    tiers = List(NonNull(PriceTierInput), description="Replaces all; left out, they stay.")


class ProductVariantChannelListingUpdate(Mutation):
    """Set what a variant costs in channels. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = NonNull(List(NonNull(ProductVariantChannelListingAddInput)))

    class Meta:
        access = SIGNED_IN
        error_codes = errors.GATES
        error_extra = errors.CHANNEL
        known_errors = errors.GATED

    variant = Field(ProductVariant)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        variant = own_variant(info, id)
        each_once((entry["channel_id"] for entry in input), field="input")
        for entry in input:
            channel = channel_of_id(entry["channel_id"], field="channel_id")
            if entry.get("price") is None:
                remove_price(variant=variant, channel=channel)
                continue
            given = entry.get("tiers")
            tiers = None if given is None else [(tier["minimum_quantity"], tier["price"]) for tier in given]
            set_price(variant=variant, channel=channel, price=entry["price"], tiers=tiers)
        return {"variant": variant}
