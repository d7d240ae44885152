"""Products in the API: what buyers see, and what only the seller's members and staff do."""

from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.graphql.first_pictures import first_pictures
from catalog.graphql.in_channel import channel_named, channel_of
from catalog.graphql.load import available_of, prices_of, variants_of
from catalog.graphql.types.approval import ProductApprovalChange, ProductApprovalEnum
from catalog.graphql.types.assigned_attributes import AssignedOfProduct
from catalog.graphql.types.category import Category
from catalog.graphql.types.listing import ProductChannelListing, PublishGap
from catalog.graphql.types.manufacturer import Manufacturer
from catalog.graphql.types.media import SIZED, ProductMedia, kind_of
from catalog.graphql.types.page_texts import SearchEngineTexts, all_with_page_fields, page_fields, with_page_fields
from catalog.graphql.types.pricing import ProductPricingInfo
from catalog.graphql.types.product_addresses import AddressesOfProduct
from catalog.graphql.types.product_attributes import AttributesOfProduct
from catalog.graphql.types.product_type import ProductType
from catalog.graphql.types.product_variant import ProductVariant, ProductVariantCountableConnection
from catalog.graphql.types.reputation import Reputation
from catalog.graphql.types.safety import SafetyOfProduct
from catalog.graphql.types.taken_down import TakenDown
from catalog.graphql.types.trade_facts import TradeFacts
from catalog.models import Product as ProductRow
from catalog.models import ProductApprovalChange as ChangeRow
from catalog.models import ProductChannelListing as ListingRow
from catalog.models import ProductMedia as MediaRow
from catalog.models import ProductVariant as VariantRow
from catalog.pricing.price_range import ProductPrice, product_price
from catalog.products import media_files, missing_to_publish
from catalog.products.addresses import slugs_in
from catalog.products.translate import FIELDS, SUBJECT
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.graphql.types.translation_coverage import TranslationCoverage
from i18n.graphql.types.weight import Weight
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from i18n.units.coverage import Coverage, coverage_of_products
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    DateTime,
    Field,
    InputError,
    List,
    NonNull,
    ObjectType,
    Page,
    String,
    attribute,
    batch,
    listed,
    page_window,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.image import Image, Picture
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.written_once import WrittenOnce

ProductLocalized = localized_type(
    "ProductLocalized", required=["name"], optional=["description", "material", "warnings"]
)
ProductTranslation = translation_type("ProductTranslation", FIELDS, **page_fields())
_FOR_PURCHASE: WrittenOnce[tuple[int, int]] = WrittenOnce(
    lambda products, now: (
        ListingRow.objects.shown(now)
        .for_purchase(now)
        .filter(product_id__in=products)
        .values_list("product_id", "channel_id")
    )
)


class Product(
    TradeFacts,
    SafetyOfProduct,
    TakenDown,
    Reputation,
    AttributesOfProduct,
    AssignedOfProduct,
    AddressesOfProduct,
    SearchEngineTexts,
    ObjectType,
):
    """What a seller offers, in the channel of the query."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="As the seller wrote it; see localized.")
    description = Field(String, required=True, description="Sanitised HTML, as the seller wrote it.")
    material = Field(String, required=True)
    source_language = Field(LanguageDisplay, required=True, description="What the seller writes in.")
    localized = Field(ProductLocalized, required=True, language_code=language_argument())
    translation = Field(ProductTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(ProductTranslation))))
    seller = Field(Seller, required=True)
    manufacturer = Field(
        Manufacturer, required=True, description="Who answers for the goods (Regulation (EU) 2023/988, article 19)."
    )
    category = Field(Category)
    product_type = Field(ProductType)
    thumbnail = Field(Image, args=dict(SIZED))
    media = Field(NonNull(List(NonNull(ProductMedia))))
    variants = Field(NonNull(List(NonNull(ProductVariant))))
    product_variants = ConnectionField(ProductVariantCountableConnection, description="The same, page by page.")
    default_variant = Field(ProductVariant)
    pricing = Field(ProductPricingInfo, description="Null where it has no price in the channel of the query.")
    is_available = Field(Boolean, description="In stock, in the channel of the query.")
    is_available_for_purchase = Field(Boolean, description="May be ordered already in the channel of the query.")
    weight = Field(Weight, description="Of the default variant.")
    created = Field(DateTime, required=True)
    updated_at = Field(DateTime, required=True)
    approval = Field(ProductApprovalEnum, access=MEMBERS)
    approval_history = Field(List(NonNull(ProductApprovalChange)), access=MEMBERS)
    channel_listings = Field(List(NonNull(ProductChannelListing)), access=MEMBERS)
    missing_to_publish = Field(NonNull(List(NonNull(PublishGap))), channel=String(required=True), access=MEMBERS)

    translation_coverage = Field(
        List(NonNull(TranslationCoverage)), access=MEMBERS, description="A row per language and kind, with pictures."
    )

    resolve_localized = localized_texts(SUBJECT, FIELDS)
    resolve_translation = with_page_fields(stored_translation(SUBJECT, FIELDS), "Product", slugs_in)
    resolve_translations = all_with_page_fields(stored_translations(SUBJECT, FIELDS), "Product", slugs_in)
    resolve_seller = related("seller")
    resolve_manufacturer = related("seller")
    resolve_category = related("category")
    resolve_product_type = related("product_type")
    resolve_created = attribute("created_at")
    resolve_media = listed(
        lambda products: (
            MediaRow.objects.select_related("product").filter(product__in=products).order_by("sort_order", "pk")
        ),
        by="product_id",
    )
    resolve_approval_history = related_list(
        lambda info, **args: ChangeRow.objects.order_by("at", "pk"), by="product_id"
    )
    resolve_channel_listings = related_list(lambda info, **args: ListingRow.objects.order_by("pk"), by="product_id")

    @staticmethod
    @batch
    def resolve_translation_coverage(products: list[ProductRow], info: Any) -> list[list[Coverage]]:
        found = coverage_of_products([product.pk for product in products])
        return [found[product.pk] for product in products]

    @staticmethod
    @batch
    def resolve_thumbnail(
        products: list[ProductRow], info: Any, size: int | None = None, format: Any = None
    ) -> list[Picture | None]:
        return [
            Picture(media_files.url(row, size or 256, kind_of(format)), alt) if row else None
            for row, alt in first_pictures(products, info.context.language)
        ]

    @staticmethod
    @batch
    def resolve_variants(products: list[ProductRow], info: Any) -> list[list[VariantRow]]:
        return variants_of(products)

    @staticmethod
    @batch
    def resolve_product_variants(products: list[ProductRow], info: Any, **paging: Any) -> list[Page]:
        window = page_window(**paging)
        end = window.offset + window.limit
        return [
            Page(items=own[window.offset : end], total=len(own), offset=window.offset) for own in variants_of(products)
        ]

    @staticmethod
    @batch
    def resolve_default_variant(products: list[ProductRow], info: Any) -> list[VariantRow | None]:
        return [next(iter(variants), None) for variants in variants_of(products)]

    @staticmethod
    @batch
    def resolve_pricing(products: list[ProductRow], info: Any) -> list[ProductPrice | None]:
        return [product_price(prices) for prices in _by_product(products, info, prices_of)]

    @staticmethod
    @batch
    def resolve_is_available(products: list[ProductRow], info: Any) -> list[bool | None]:
        priced = _by_product(products, info, prices_of)
        stocked = _by_product(products, info, available_of)
        return [
            None if channel_of(product) is None else any(p and s for p, s in zip(prices, pieces, strict=True))
            for product, prices, pieces in zip(products, priced, stocked, strict=True)
        ]

    @staticmethod
    @batch
    def resolve_is_available_for_purchase(products: list[ProductRow], info: Any) -> list[bool | None]:
        now = info.context.now
        open_in = set(_FOR_PURCHASE(products={product.pk for product in products}, now=now))
        found = [(product, channel_of(product)) for product in products]
        return [None if channel is None else (product.pk, channel.pk) in open_in for product, channel in found]

    @staticmethod
    @batch
    def resolve_weight(products: list[ProductRow], info: Any) -> list[int | None]:
        return [variants[0].weight_g if variants else None for variants in variants_of(products)]

    @staticmethod
    @batch
    def resolve_missing_to_publish(products: list[ProductRow], info: Any, channel: str) -> list[list[Any]]:
        found = channel_named(info, channel)
        if found is None:
            raise InputError(_("There is no such channel."), field="channel", code="NOT_FOUND")
        return missing_to_publish.missing_of_each(products, found, on=day_here(info.context.now))


def _by_product(products: list[ProductRow], info: Any, read: Any) -> list[list[Any]]:
    """What ``read`` says of all variants at once, dealt out to their products again."""
    variants = variants_of(products)
    values = iter(read([variant for own in variants for variant in own], info.context.now))
    return [[next(values) for _variant in own] for own in variants]
