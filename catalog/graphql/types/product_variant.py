"""Variants in the API."""

from decimal import Decimal as Number
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.graphql.access import MEMBERS
from catalog.graphql.in_channel import channel_of, put_in_channel
from catalog.graphql.load import available_of, prices_of
from catalog.graphql.types.availability import AvailabilityOfVariant
from catalog.graphql.types.item_identifier import IdentifiersOfVariant
from catalog.graphql.types.listing import ProductVariantChannelListing
from catalog.graphql.types.media import ProductMedia
from catalog.graphql.types.price_source import BasePrice, base_prices_of
from catalog.graphql.types.pricing import VariantPricingInfo
from catalog.graphql.types.product_attributes import AttributesOfVariant
from catalog.graphql.types.stock import Stock
from catalog.models import BasePrice as BaseRow
from catalog.models import Product as ProductRow
from catalog.models import ProductVariant as VariantRow
from catalog.models import Stock as StockRow
from catalog.models import VariantChannelListing as ListingRow
from catalog.pricing.price import VariantPrice
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.graphql.types.weight import Weight
from marketplace.graphql import (
    ANYONE,
    ID,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related_list,
)

MOST_SHOWN = 50
"""The public learns that there is plenty, not how much exactly."""


def _product() -> Any:
    from catalog.graphql.types.product import Product  # the two types name each other

    return Product


class PackedSize(ObjectType):
    """The outer measures of something packed."""

    class Meta:
        access = ANYONE

    length = Field(Decimal, required=True)
    width = Field(Decimal, required=True)
    height = Field(Decimal, required=True)
    unit = Field(String, required=True, description="Always CM.")


class ProductVariantTranslation(ObjectType):
    """The name of a variant in another language: variants are named by one text for all languages so far."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    language = Field(LanguageDisplay, required=True)
    name = Field(String, required=True)


class ProductVariant(AttributesOfVariant, AvailabilityOfVariant, IdentifiersOfVariant, ObjectType):
    """One orderable form of a product."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    sku = Field(String)
    name = Field(String, required=True)
    translation = Field(
        ProductVariantTranslation,
        language_code=language_argument(required=True),
        description="Always null: a variant has one name, and what tells it apart is in its attributes.",
    )
    media = Field(NonNull(List(NonNull(ProductMedia))), description="Always empty: pictures belong to the product.")
    product = Field(_product, required=True)
    pricing = Field(VariantPricingInfo, description="Null where it is not sold in the channel of the query.")
    quantity_available = Field(Int, description="Pieces that can be ordered now; 50 stands for 50 or more.")
    moq = Field(Int, required=True, description="The least quantity of one order line.")
    order_multiple = Field(Int, required=True, description="Quantities are multiples of this.")
    lead_time_days = Field(Int)
    weight = Field(Weight, description="What a carrier weighs: grossWeight when it is known, else netWeight.")
    net_weight = Field(Weight, description="Of one piece without its packing.")
    gross_weight = Field(Weight, description="Of one piece as packed.")
    packed_size = Field(PackedSize, description="Of one piece as packed.")
    units_per_carton = Field(Int, description="Pieces in an export carton.")
    carton_weight = Field(Weight, description="Of a full carton.")
    carton_size = Field(PackedSize)
    gtin = Field(String)
    sort_order = Field(Int, required=True)
    stocks = Field(List(NonNull(Stock)), access=MEMBERS)
    channel_listings = Field(List(NonNull(ProductVariantChannelListing)), access=MEMBERS)
    base_price = Field(BasePrice, access=MEMBERS, description="What the seller reckons in; null without one.")

    resolve_net_weight = attribute("net_weight_g")
    resolve_gross_weight = attribute("gross_weight_g")
    resolve_carton_weight = attribute("carton_gross_weight_g")
    resolve_stocks = related_list(lambda info, **args: StockRow.objects.order_by("pk"), by="variant_id")
    resolve_channel_listings = related_list(lambda info, **args: ListingRow.objects.order_by("pk"), by="variant_id")

    @staticmethod
    @batch
    def resolve_translation(variants: list[VariantRow], info: Any, language_code: Any) -> list[None]:
        return [None] * len(variants)

    @staticmethod
    @batch
    def resolve_media(variants: list[VariantRow], info: Any) -> list[list[Any]]:
        return [[] for _variant in variants]

    @staticmethod
    @batch
    def resolve_product(variants: list[VariantRow], info: Any) -> list[ProductRow]:
        prefetch_related_objects(variants, "product")
        for variant in variants:
            if channel_of(variant.product) is None:
                put_in_channel([variant.product], channel_of(variant))
        return [variant.product for variant in variants]

    @staticmethod
    @batch
    def resolve_base_price(variants: list[VariantRow], info: Any) -> list[BaseRow | None]:
        return base_prices_of(variants)

    @staticmethod
    @batch
    def resolve_pricing(variants: list[VariantRow], info: Any) -> list[VariantPrice | None]:
        return prices_of(variants, info.context.now)

    @staticmethod
    @batch
    def resolve_quantity_available(variants: list[VariantRow], info: Any) -> list[int]:
        return [min(pieces, MOST_SHOWN) for pieces in available_of(variants, info.context.now)]

    @staticmethod
    @batch
    def resolve_weight(variants: list[VariantRow], info: Any) -> list[int | None]:
        return [variant.weight_g for variant in variants]

    @staticmethod
    @batch
    def resolve_packed_size(variants: list[VariantRow], info: Any) -> list[dict[str, Any] | None]:
        return [_size(variant.length_mm, variant.width_mm, variant.height_mm) for variant in variants]

    @staticmethod
    @batch
    def resolve_carton_size(variants: list[VariantRow], info: Any) -> list[dict[str, Any] | None]:
        return [_size(one.carton_length_mm, one.carton_width_mm, one.carton_height_mm) for one in variants]

    @staticmethod
    @batch
    def resolve_gtin(variants: list[VariantRow], info: Any) -> list[str | None]:
        return [variant.gtin or None for variant in variants]


ProductVariantCountableConnection = connection_type(ProductVariant)


def _size(*sides: int | None) -> dict[str, Any] | None:
    """Millimetres as centimetres; nothing unless all three are known."""
    if None in sides:
        return None
    length, width, height = (Number(side or 0) / 10 for side in sides)
    return {"length": length, "width": width, "height": height, "unit": "CM"}
