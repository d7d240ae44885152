"""Exhibitors and what they show, in the API."""

import enum
from typing import Any

from catalog.graphql.access import visible_products
from catalog.graphql.in_channel import channel_named, put_in_channel
from catalog.graphql.types.product import Product
from i18n.graphql.localized import localized_texts, localized_type, stored_translations, translation_type
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay, language_argument
from marketplace.expo.exhibitor import Exhibit as ExhibitRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.exhibitors import FIELDS
from marketplace.expo.graphql.access import STAFF, is_staff
from marketplace.expo.graphql.directory.fields import are_favorites
from marketplace.expo.graphql.pavilions.types import CoExhibitor, Pavilion
from marketplace.expo.hall import Booth as BoothRow
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor as CoExhibitorRow
from marketplace.expo.suggest_sellers import SuggestionReason
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Enum,
    Field,
    Float,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.models import Seller as SellerRow

ExhibitorLocalized = localized_type("ExhibitorLocalized", required=["name"], optional=["description"])
ExhibitorTranslation = translation_type("ExhibitorTranslation", FIELDS)
SuggestionReasonEnum = Enum.from_enum(
    enum.StrEnum("SellerSuggestionReason", {each.name: each.value for each in SuggestionReason}),
    description="What speaks for a suggestion: the same tax code, the same website, or names alike.",
)


def _booth_type() -> Any:
    from marketplace.expo.graphql.types.hall import Booth

    return Booth


class Exhibit(ObjectType):
    """Something shown."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    title = Field(String)
    product = Field(
        Product,
        channel=String(description="The market to price it in."),
        description="Null for what is shown by title only, and for a product that the caller may not see.",
    )

    @staticmethod
    @batch
    def resolve_title(exhibits: list[ExhibitRow], info: Any) -> list[str | None]:
        return [exhibit.title or None for exhibit in exhibits]

    @staticmethod
    @batch
    def resolve_product(exhibits: list[ExhibitRow], info: Any, channel: str | None = None) -> list[Any]:
        wanted = {exhibit.product_id for exhibit in exhibits if exhibit.product_id is not None}
        products = put_in_channel(list(visible_products(info).filter(pk__in=wanted)), channel_named(info, channel))
        by_id = {product.pk: product for product in products}
        return [by_id.get(exhibit.product_id or 0) for exhibit in exhibits]


class Exhibitor(ObjectType):
    """A firm at an exhibition."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="As the firm writes it; see localized.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(ExhibitorLocalized, required=True, language_code=language_argument())
    country = Field(CountryDisplay, required=True)
    website_url = Field(String)
    categories = Field(NonNull(List(NonNull(String))))
    booths = Field(NonNull(List(NonNull(_booth_type))))
    seller = Field(Seller, description="If it sells here: its approved seller.")
    exhibits = Field(NonNull(List(NonNull(Exhibit))))
    pavilion = Field(Pavilion, description="The group of a country or association that it exhibits with.")
    co_exhibitors = Field(NonNull(List(NonNull(CoExhibitor))), description="Firms that share its booth.")
    is_favorite = Field(Boolean, required=True, description="Whether the signed-in caller keeps it for the way.")
    translations = Field(NonNull(List(NonNull(ExhibitorTranslation))), access=STAFF)
    description = Field(String, access=STAFF, description="As written; the public reads localized.")
    tax_code = Field(String, access=STAFF)
    email = Field(String, access=STAFF)
    phone = Field(String, access=STAFF)
    source_feed = Field(String, access=STAFF, description="What it was imported by; null when it was typed in.")

    resolve_localized = localized_texts(ExhibitorRow.SUBJECT, FIELDS)
    resolve_translations = stored_translations(ExhibitorRow.SUBJECT, FIELDS)
    resolve_booths = related_list(lambda info: BoothRow.objects.order_by("code", "pk"), by="exhibitor_id")
    resolve_pavilion = related("pavilion")
    resolve_co_exhibitors = related_list(lambda info: CoExhibitorRow.objects.order_by("name", "pk"), by="exhibitor_id")
    resolve_exhibits = related_list(lambda info: ExhibitRow.objects.order_by("pk"), by="exhibitor_id")
    resolve_is_favorite = batch(are_favorites)
    resolve_seller = related(
        "seller", queryset=lambda info: SellerRow.objects.all() if is_staff(info) else SellerRow.objects.approved()
    )

    @staticmethod
    @batch
    def resolve_website_url(exhibitors: list[ExhibitorRow], info: Any) -> list[str | None]:
        return [exhibitor.website_url or None for exhibitor in exhibitors]

    @staticmethod
    @batch
    def resolve_source_feed(exhibitors: list[ExhibitorRow], info: Any) -> list[str | None]:
        return [exhibitor.source_feed or None for exhibitor in exhibitors]


class SellerSuggestion(ObjectType):
    """A seller that the exhibitor may be."""

    class Meta:
        access = STAFF

    seller = Field(Seller, required=True)
    reason = Field(SuggestionReasonEnum, required=True)
    likeness = Field(Float, required=True, description="From 0 to 1.")


ExhibitorCountableConnection = connection_type(Exhibitor)
