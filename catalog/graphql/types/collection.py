"""Collections in the API."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from catalog.graphql.in_channel import channel_named, put_in_channel
from catalog.graphql.structure_access import STRUCTURE
from catalog.graphql.types.product import Product
from catalog.models import Collection as CollectionRow
from catalog.models import CollectionChannelListing as ListingRow
from catalog.models import CollectionProduct
from catalog.models import Product as ProductRow
from catalog.products import media_files
from catalog.products.collections.collection import FIELDS, SUBJECT
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import language_argument
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.image import Image, Picture

CollectionLocalized = localized_type("CollectionLocalized", required=["name"], optional=["description"])
CollectionTranslation = translation_type("CollectionTranslation", FIELDS)


class CollectionChannelListing(ObjectType):
    """A collection in a market."""

    class Meta:
        access = STRUCTURE

    id = Field(ID, required=True)
    channel = Field(Channel, required=True)
    is_published = Field(Boolean, required=True)
    published_at = Field(DateTime)

    resolve_channel = related("channel")


class Collection(ObjectType):
    """Products that somebody picked and put in order; its own texts are English."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True, description="In English; see localized.")
    description = Field(String, required=True, description="Sanitised HTML, in English; see localized.")
    localized = Field(CollectionLocalized, required=True, language_code=language_argument())
    translation = Field(CollectionTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(CollectionTranslation))))
    background_image = Field(Image, args={"size": Int(description="Pixels of the longest edge.")})
    products = Field(
        NonNull(List(NonNull(Product))),
        channel=String(description="The market's slug: what the public sees there. Without one, for staff, all."),
        first=Int(description="At most this many; 100 unless said."),
        size=100,
        description="In the order they were put in.",
    )
    channel_listings = Field(List(NonNull(CollectionChannelListing)), access=STRUCTURE)

    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_translation = stored_translation(SUBJECT, FIELDS)
    resolve_translations = stored_translations(SUBJECT, FIELDS)
    resolve_channel_listings = related_list(lambda info, **args: ListingRow.objects.order_by("pk"), by="collection_id")

    @staticmethod
    @batch
    def resolve_background_image(rows: Sequence[CollectionRow], info: Any, size: int | None = None) -> list[Any]:
        return [Picture(media_files.url_of(row.image, size), row.image_alt) if row.image else None for row in rows]

    @staticmethod
    @batch
    def resolve_products(
        rows: Sequence[CollectionRow], info: Any, channel: str | None = None, first: int | None = None
    ) -> list[list[ProductRow]]:
        market = channel_named(info, channel)
        places = CollectionProduct.objects.filter(
            collection_id__in=[row.pk for row in rows], product__in=_visible(info, market)
        )
        found: dict[int, list[ProductRow]] = {row.pk: [] for row in rows}
        most = 100 if first is None else max(0, min(first, 100))
        for place in places.select_related("product").order_by("sort_order", "pk"):
            if len(found[place.collection_id]) < most:
                found[place.collection_id].append(place.product)
        return [put_in_channel(found[row.pk], market) for row in rows]


def _visible(info: Any, market: Any) -> QuerySet[ProductRow]:
    if market is not None:
        return ProductRow.objects.published_in(market, at=info.context.now)
    return ProductRow.objects.current() if _may_manage(info) else ProductRow.objects.none()


def _may_manage(info: Any) -> bool:
    return bool(info.context.actor.has_permission("catalog.manage"))


CollectionCountableConnection = connection_type(Collection)
