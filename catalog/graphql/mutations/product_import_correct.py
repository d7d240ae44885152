"""``productImportCorrect``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_import
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.correct import MOST_CORRECTED, correct_import
from marketplace.graphql import ID, SIGNED_IN, Field, InputObjectType, Int, List, Mutation, NonNull, String


class ImportValueInput(InputObjectType):
    """A cell, its column given by header or field."""

    column = String(required=True)
    value = String(required=True)


class ImportRowInput(InputObjectType):
    """The cells of a row to replace."""

    number = Int(required=True)
    values = NonNull(List(NonNull(ImportValueInput)))


class ProductImportCorrect(Mutation):
    """Replace cells of a previewed import and check it again. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        rows = NonNull(List(NonNull(ImportRowInput)))

    class Meta:
        access = SIGNED_IN
        error_codes = ("ALREADY_APPLIED", "WRONG_STATE")
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, id: str, rows: Any) -> dict[str, Any]:
        corrections = {
            row["number"]: {cell["column"]: cell["value"] for cell in row["values"]} for row in rows[:MOST_CORRECTED]
        }
        return {"import_": correct_import(product_import=own_import(info, id), corrections=corrections)}
