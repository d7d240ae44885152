"""``productImportPreview``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.inputs import read_upload
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.bounds import MOST_BYTES, MOST_COLUMNS
from catalog.products.bulk_import.preview import preview_import
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, List, Mutation, NonNull, String, Upload
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class ImportColumnInput(InputObjectType):
    """What a column means; a null field ignores it."""

    header = String(required=True)
    field = String()


class ProductImportPreview(Mutation):
    """Read a spreadsheet (XLSX or CSV) and say what it would do; nothing of the catalogue changes.

    For managers of the seller.
    """

    class Arguments:
        seller = ID(required=True)
        file = Upload(required=True)
        source_language = LanguageCodeEnum(description="What it is written in; the seller's language when left out.")
        mapping = List(NonNull(ImportColumnInput), description="For columns whose header is not understood.")

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")

    @classmethod
    def perform(
        cls, info: Any, *, seller: str, file: Any, source_language: Any = None, mapping: Any = None
    ) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        preview = preview_import(
            seller=owner,
            file_name=str(getattr(file, "name", "") or ""),
            content=read_upload(file, most=MOST_BYTES, field="file"),
            by=caller(info),
            source_language=str(source_language) if source_language else None,
            mapping={entry["header"]: entry.get("field") for entry in (mapping or [])[:MOST_COLUMNS]},
        )
        return {"import_": preview}
