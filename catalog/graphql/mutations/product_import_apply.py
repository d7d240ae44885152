"""``productImportApply``."""

import enum
from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_import
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.apply import ApplyMode, apply_import
from marketplace.graphql import ID, SIGNED_IN, Enum, Field, Int, Mutation

ImportMode = Enum.from_enum(
    enum.StrEnum("ImportMode", {mode.name: mode.value for mode in ApplyMode}),
    description="GOOD_ROWS leaves refused rows out; ALL_OR_NOTHING does nothing while there are any.",
)


class ProductImportApply(Mutation):
    """Write a previewed import into the catalogue, new products as drafts. Once applied, again changes nothing.

    For managers of the seller.
    """

    class Arguments:
        id = ID(required=True)
        mode = ImportMode(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("HAS_ERRORS",)
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")
    created = Field(Int)
    updated = Field(Int)
    skipped = Field(Int, description="Refused, or nothing new.")

    @classmethod
    def perform(cls, info: Any, *, id: str, mode: Any) -> dict[str, Any]:
        applied = apply_import(product_import=own_import(info, id), mode=ApplyMode(str(mode)), by=caller(info))
        counts = {"created": applied.created, "updated": applied.updated, "skipped": applied.skipped}
        return {"import_": applied.product_import, **counts}
