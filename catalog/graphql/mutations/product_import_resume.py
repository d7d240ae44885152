"""``productImportResume``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_import
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.stop import resume_import
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class ProductImportResume(Mutation):
    """Let a stopped import go on where it was. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"import_": resume_import(product_import=own_import(info, id))}
