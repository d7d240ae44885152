"""``lotImportPreview`` and ``lotImportApply``."""

from typing import Any

from catalog.graphql import errors, trace_errors
from catalog.graphql.access import caller, own_lot_import
from catalog.graphql.inputs import read_upload
from catalog.graphql.types.lot_import import LotImport
from catalog.graphql.types.product_import import ImportMode
from catalog.products.bulk_import.bounds import MOST_BYTES
from catalog.products.bulk_import.models import ApplyMode
from catalog.traceability.lot_import.apply import apply_lot_import
from catalog.traceability.lot_import.preview import preview_lot_import
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, Upload
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class LotImportPreview(Mutation):
    """Read a spreadsheet (XLSX or CSV) of lots and their steps and say what it would do. For managers."""

    class Arguments:
        seller = ID(required=True)
        file = Upload(required=True)
        source_language = LanguageCodeEnum(description="What it is written in; the seller's language when left out.")

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    lot_import = Field(LotImport)

    @classmethod
    def perform(cls, info: Any, *, seller: str, file: Any, source_language: Any = None) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        content = read_upload(file, most=MOST_BYTES, field="file")
        found = preview_lot_import(
            seller=owner,
            file_name=str(file.name or ""),
            content=content,
            by=caller(info),
            source_language=str(source_language) if source_language else owner.source_language,
        )
        return {"lot_import": found}


class LotImportApply(Mutation):
    """Write the lots, steps and codes of the file: all of them, or those that are right. For managers."""

    class Arguments:
        id = ID(required=True)
        mode = ImportMode(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("HAS_ERRORS",)
        known_errors = errors.REFUSED | trace_errors.STEP | trace_errors.LOT | trace_errors.CODES
        cost = 100

    lot_import = Field(LotImport)

    @classmethod
    def perform(cls, info: Any, *, id: str, mode: Any) -> dict[str, Any]:
        found = own_lot_import(info, id)
        only_good = mode.value == ApplyMode.GOOD_ROWS
        return {"lot_import": apply_lot_import(lot_import=found, only_good_rows=only_good, by=caller(info))}
