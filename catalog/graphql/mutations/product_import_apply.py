"""``productImportApply``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_import
from catalog.graphql.types.product_import import ImportMode, ProductImport
from catalog.products.bulk_import.apply import ApplyMode, apply_import
from catalog.products.bulk_import.work import IN_A_REQUEST
from marketplace.graphql import ID, SIGNED_IN, Field, Int, Mutation


class ProductImportApply(Mutation):
    """Write a previewed import into the catalogue, new products as drafts. Once applied, again changes nothing.

    A large one is APPLYING when this answers; its import says how far it has come. ALL_OR_NOTHING takes back what it
    has written when a row is refused after all. For managers of the seller.
    """

    class Arguments:
        id = ID(required=True)
        mode = ImportMode(required=True)

    class Meta:
        access = SIGNED_IN
        atomic = False
        error_codes = ("HAS_ERRORS", "WRONG_STATE")
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")
    created = Field(Int)
    updated = Field(Int)
    skipped = Field(Int, description="Refused, or nothing new.")

    @classmethod
    def perform(cls, info: Any, *, id: str, mode: Any) -> dict[str, Any]:
        applied = apply_import(
            product_import=own_import(info, id), mode=ApplyMode(str(mode)), by=caller(info), seconds=IN_A_REQUEST
        )
        counts = {"created": applied.created, "updated": applied.updated, "skipped": applied.skipped}
        return {"import_": applied.product_import, **counts}
