"""``productVariantChannelListingUpdate``."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal as Number
from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_variant
from catalog.graphql.inputs import channel_of_id, each_once
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import PriceDerivation as DerivationRow
from catalog.models import ProductVariant as VariantRow
from catalog.models import VariantChannelListing as ListingRow
from catalog.pricing.derive import derive_price
from catalog.pricing.set_price import remove_price, set_price
from catalog.pricing.set_sale import end_sale, set_sale
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
)


class PriceTierInput(InputObjectType):
    """A lower price from a quantity on."""

    minimum_quantity = Int(required=True)
    price = Decimal(required=True)


class SaleInput(InputObjectType):
    """A lower price for a time."""

    price = Decimal(required=True, description="Of one piece.")
    starts_at = DateTime(description="Now when left out; never in the past.")
    ends_at = DateTime(description="Until it is ended, when left out.")


class ProductVariantChannelListingAddInput(InputObjectType):
    """The price in one channel, in its currency; with or without tax as the channel has it. What is left out stays."""

    channel_id = ID(required=True)
    price = Decimal(description="Given, of one piece; null stops selling the variant there.")
    derive = Boolean(description="True: the price follows the base price, its quantity prices too. Without a price.")
    tiers = List(NonNull(PriceTierInput), description="Replaces all.")
    sale = SaleInput(description="Replaces the sale; null ends it.")


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
            _price(variant, channel, entry)
            if "sale" in entry:
                _sale(variant, channel, entry["sale"], now=info.context.now)
        return {"variant": variant}


def tier_pairs(given: Sequence[Any]) -> list[tuple[int, Number]]:
    return [(tier["minimum_quantity"], tier["price"]) for tier in given]


def _price(variant: VariantRow, channel: Channel, entry: Any) -> None:
    tiers = None if entry.get("tiers") is None else tier_pairs(entry["tiers"])
    if entry.get("derive"):
        if entry.get("price") is not None or tiers is not None:
            message = _("A derived price and its quantity prices follow the base price: give none of your own.")
            raise InputError(message, field="price")
        derive_price(variant=variant, channel=channel)
    elif entry.get("price") is not None:
        set_price(variant=variant, channel=channel, price=entry["price"], tiers=tiers)
    elif "price" in entry:
        remove_price(variant=variant, channel=channel)
    elif tiers is not None:
        set_price(variant=variant, channel=channel, price=_given_price(variant, channel), tiers=tiers)


def _given_price(variant: VariantRow, channel: Channel) -> Number:
    listing = ListingRow.objects.filter(variant=variant, channel=channel).first()
    if listing is None:
        raise InputError(_("Give the variant a regular price in this market first."), field="tiers", code="REQUIRED")
    if DerivationRow.objects.filter(listing=listing).exists():
        message = _("A derived price and its quantity prices follow the base price: give none of your own.")
        raise InputError(message, field="tiers")
    return listing.price_amount


def _sale(variant: VariantRow, channel: Channel, sale: Any, *, now: datetime) -> None:
    if sale is None:
        end_sale(variant=variant, channel=channel)
        return
    set_sale(
        variant=variant,
        channel=channel,
        price=sale["price"],
        starts_at=sale.get("starts_at") or now,
        ends_at=sale.get("ends_at"),
    )
