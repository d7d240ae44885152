"""Collections in the API."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.product_filter import ProductFilterInput, ProductOrder, ProductWhereInput
from catalog.graphql.structure_access import STRUCTURE
from catalog.graphql.types.collection_products import products_of_collections
from catalog.graphql.types.media import SIZED
from catalog.graphql.types.page_texts import (
    SearchEngineTexts,
    all_with_page_fields,
    one_slug,
    page_fields,
    with_page_fields,
)
from catalog.graphql.types.product_connection import ProductCountableConnection
from catalog.models import Collection as CollectionRow
from catalog.models import CollectionChannelListing as ListingRow
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
    ConnectionField,
    DateTime,
    Field,
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
CollectionTranslation = translation_type("CollectionTranslation", FIELDS, **page_fields())


class CollectionChannelListing(ObjectType):
    """A collection in a market."""

    class Meta:
        access = STRUCTURE

    id = Field(ID, required=True)
    channel = Field(Channel, required=True)
    is_published = Field(Boolean, required=True)
    published_at = Field(DateTime)

    resolve_channel = related("channel")


class Collection(SearchEngineTexts, ObjectType):
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
    background_image = Field(Image, args=dict(SIZED))
    products = ConnectionField(
        ProductCountableConnection,
        channel=String(
            description="The market's slug: what the public sees there. The collection's own unless said;"
            " without any, for staff, all."
        ),
        filter=ProductFilterInput(),
        sort_by=ProductOrder(),
        where=ProductWhereInput(),
        description="In the order they were put in, unless sortBy says otherwise.",
    )
    channel_listings = Field(List(NonNull(CollectionChannelListing)), access=STRUCTURE)

    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_translation = with_page_fields(stored_translation(SUBJECT, FIELDS), "Collection", one_slug)
    resolve_translations = all_with_page_fields(stored_translations(SUBJECT, FIELDS), "Collection", one_slug)
    resolve_products = products_of_collections
    resolve_channel_listings = related_list(lambda info, **args: ListingRow.objects.order_by("pk"), by="collection_id")

    @staticmethod
    @batch
    def resolve_background_image(
        rows: Sequence[CollectionRow], info: Any, size: int | None = None, format: Any = None
    ) -> list[Any]:
        return [Picture(media_files.url_of(row.image, size), row.image_alt) if row.image else None for row in rows]


CollectionCountableConnection = connection_type(Collection)
