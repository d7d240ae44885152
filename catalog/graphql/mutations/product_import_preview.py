"""``productImportPreview``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.inputs import chunks_of
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.bounds import MOST_COLUMNS, MOST_FILE_BYTES, MOST_PICTURE_BYTES
from catalog.products.bulk_import.preview import first_look
from catalog.products.bulk_import.start import Upload as Uploaded
from catalog.products.bulk_import.start import start_import
from catalog.products.bulk_import.work import IN_A_REQUEST
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

    A large file is READING when this answers; its import says how far it has come. For managers of the seller.
    """

    class Arguments:
        seller = ID(required=True)
        file = Upload(required=True)
        images = Upload(description="A zip archive of pictures, matched by the column of images or by SKU.")
        source_language = LanguageCodeEnum(description="What it is written in; the seller's language when left out.")
        mapping = List(
            NonNull(ImportColumnInput),
            description="For columns whose header is not understood; remembered for files with the same headers.",
        )

    class Meta:
        access = SIGNED_IN
        creates = True
        atomic = False
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        seller: str,
        file: Any,
        images: Any = None,
        source_language: Any = None,
        mapping: Any = None,
    ) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        started = start_import(
            seller=owner,
            file=_uploaded(file, most=MOST_FILE_BYTES, field="file"),
            pictures=_uploaded(images, most=MOST_PICTURE_BYTES, field="images") if images is not None else None,
            by=caller(info),
            source_language=str(source_language) if source_language else None,
            mapping=mapping_of(mapping),
        )
        return {"import_": first_look(started, seconds=IN_A_REQUEST)}


def mapping_of(given: Any) -> dict[str, str | None]:
    return {entry["header"]: entry.get("field") for entry in (given or [])[:MOST_COLUMNS]}


def _uploaded(upload: Any, *, most: int, field: str) -> Uploaded:
    return Uploaded(str(getattr(upload, "name", "") or ""), chunks_of(upload, most=most, field=field))
