"""Pictures of products in the API."""

import enum
from typing import Any

from catalog.models import ProductMedia as MediaRow
from catalog.products import media_files
from catalog.products.pictures import SUBJECT
from i18n.graphql.localized import stored_translation, stored_translations, translation_type
from i18n.graphql.types.language import language_argument
from i18n.translate import localize
from marketplace.graphql import (
    ANYONE,
    ID,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
)

ThumbnailFormatEnum = Enum.from_enum(
    enum.StrEnum("ThumbnailFormatEnum", {"ORIGINAL": "ORIGINAL", "AVIF": "AVIF", "WEBP": "WEBP"}),
    description="ORIGINAL is what is kept of the upload, a WebP. AVIF is a third smaller than WebP.",
)
SIZED: dict[str, Any] = {
    "size": Int(description="Pixels of the longest edge: 256, 512, 1024 or 2048."),
    "format": ThumbnailFormatEnum(description="WEBP unless said."),
}
ProductMediaTranslation = translation_type("ProductMediaTranslation", ["alt"])


def kind_of(wanted: Any) -> str:
    """The ending of the files of a format."""
    return "avif" if str(wanted or "") == "AVIF" else "webp"


class ProductMedia(ObjectType):
    """A picture of a product."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    url = Field(String, required=True, args=dict(SIZED))
    alt = Field(String, required=True, description="What it shows, in the language of the request or the nearest.")
    width = Field(Int, required=True, description="Pixels of the largest size.")
    height = Field(Int, required=True)
    sort_order = Field(Int, required=True)
    type = Field(String, required=True, description="Always IMAGE.")
    source_alt = Field(String, required=True, description="In the product's own language, as its seller wrote it.")
    translation = Field(ProductMediaTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(ProductMediaTranslation))))

    resolve_source_alt = attribute("alt")
    resolve_translation = stored_translation(SUBJECT, ["alt"])
    resolve_translations = stored_translations(SUBJECT, ["alt"])

    @staticmethod
    @batch
    def resolve_url(media: list[MediaRow], info: Any, size: int | None = None, format: Any = None) -> list[str]:
        return [media_files.url(row, size, kind_of(format)) for row in media]

    @staticmethod
    @batch
    def resolve_alt(media: list[MediaRow], info: Any) -> list[str]:
        return alts(media, info.context.language)

    @staticmethod
    @batch
    def resolve_type(media: list[MediaRow], info: Any) -> list[str]:
        return ["IMAGE"] * len(media)


def alts(media: list[MediaRow], language: str) -> list[str]:
    """The alternative texts in the reader's language; rows come with their product."""
    texts = localize(
        subject=SUBJECT,
        rows=media,
        fields=["alt"],
        language=language,
        source_language=lambda row: row.product.source_language,
    )
    return [text["alt"].text if text["alt"] else "" for text in texts]
