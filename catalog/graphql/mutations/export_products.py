"""``exportProducts``."""

import enum
from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.export_scope import ids_in_scope
from catalog.graphql.product_filter import ProductFilterInput
from catalog.graphql.types.product_export import ExportFile, FileTypesEnum
from catalog.products.bulk_export.start import start_export
from marketplace.graphql import ID, SIGNED_IN, Enum, Field, InputObjectType, List, Mutation, NonNull
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

ExportScope = Enum.from_enum(
    enum.StrEnum("ExportScope", {"ALL": "ALL", "IDS": "IDS", "FILTER": "FILTER"}),
    description="All products of the seller, those named, or those that fit a filter.",
)
ExportHeaders = Enum.from_enum(
    enum.StrEnum("ExportHeaders", {"VI": "vi", "EN": "en"}), description="The language of a file's headers."
)


class ExportProductsInput(InputObjectType):
    """What to export, and how."""

    seller = ID(required=True)
    scope = ExportScope(required=True)
    filter = ProductFilterInput(description="With the scope FILTER.")
    ids = List(NonNull(ID), description="With the scope IDS.")
    file_type = FileTypesEnum(required=True)
    headers = ExportHeaders(description="Vietnamese when left out.")


class ExportProducts(Mutation):
    """Write a seller's products into a spreadsheet that `productImportPreview` reads back without a change.

    The file is ready a little later; ask `exportFile` for its address. For managers of the seller.
    """

    class Arguments:
        input = ExportProductsInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    export_file = Field(ExportFile)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller = seller_for(info, input["seller"], MemberRole.MANAGER, field="seller")
        export = start_export(
            seller=seller,
            by=caller(info),
            file_type=str(input["file_type"]),
            headers=str(input.get("headers") or "vi"),
            product_ids=ids_in_scope(info, seller, input),
        )
        return {"export_file": export}
