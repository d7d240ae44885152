"""``productImportCancel``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_import
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.stop import cancel_import
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation


class ProductImportCancel(Mutation):
    """Stop an import that is being read or applied. For managers of the seller.

    What GOOD_ROWS has written stays; what ALL_OR_NOTHING has written is taken back.
    """

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"import_": cancel_import(product_import=own_import(info, id))}
