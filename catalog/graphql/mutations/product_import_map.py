"""``productImportMap``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_import
from catalog.graphql.mutations.product_import_preview import ImportColumnInput, mapping_of
from catalog.graphql.types.product_import import ProductImport
from catalog.products.bulk_import.start import read_again
from catalog.products.bulk_import.work import IN_A_REQUEST, work_on
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, List, Mutation, NonNull


class ProductImportMap(Mutation):
    """Say what the columns mean and read the kept file again. For managers of the seller.

    Remembered for the next file with the same headers.
    """

    class Arguments:
        id = ID(required=True)
        mapping = NonNull(List(NonNull(ImportColumnInput)))
        source_language = LanguageCodeEnum()

    class Meta:
        access = SIGNED_IN
        atomic = False
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    import_ = Field(ProductImport, name="import")

    @classmethod
    def perform(cls, info: Any, *, id: str, mapping: Any, source_language: Any = None) -> dict[str, Any]:
        product_import = read_again(
            product_import=own_import(info, id),
            mapping=mapping_of(mapping),
            source_language=str(source_language) if source_language else None,
        )
        work_on(product_import.pk, seconds=IN_A_REQUEST)
        product_import.refresh_from_db()
        return {"import_": product_import}
