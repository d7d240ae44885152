"""Pictures of products in the API."""

from typing import Any

from catalog.models import ProductMedia as MediaRow
from catalog.products import media_files
from catalog.products.pictures import SUBJECT
from i18n.translate import localize
from marketplace.graphql import ANYONE, ID, Field, Int, ObjectType, String, batch


class ProductMedia(ObjectType):
    """A picture of a product."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    url = Field(String, required=True, args={"size": Int(description="Pixels of the longest edge: 256, 512 or 1024.")})
    alt = Field(String, required=True, description="What it shows, in the language of the request or the nearest.")
    width = Field(Int, required=True, description="Pixels of the largest size.")
    height = Field(Int, required=True)
    sort_order = Field(Int, required=True)
    type = Field(String, required=True, description="Always IMAGE.")

    @staticmethod
    @batch
    def resolve_url(media: list[MediaRow], info: Any, size: int | None = None) -> list[str]:
        return [media_files.url(row, size) for row in media]

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
