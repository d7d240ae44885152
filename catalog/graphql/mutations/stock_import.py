"""``stockImportPreview`` and ``stockImportApply``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_stock_import
from catalog.graphql.inputs import read_upload
from catalog.graphql.types.product_import import ImportMode
from catalog.graphql.types.stock_import import StockImport
from catalog.products.bulk_import.bounds import MOST_BYTES
from catalog.products.bulk_import.models import ApplyMode
from catalog.stock.stock_import.apply import apply_stock_import
from catalog.stock.stock_import.preview import preview_stock_import
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, Upload
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class StockImportPreview(Mutation):
    """Read a file of counts (XLSX or CSV: SKU, warehouse, quantity) and say what it would change. For managers."""

    class Arguments:
        seller = ID(required=True)
        file = Upload(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    stock_import = Field(StockImport)

    @classmethod
    def perform(cls, info: Any, *, seller: str, file: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        content = read_upload(file, most=MOST_BYTES, field="file")
        found = preview_stock_import(seller=owner, file_name=str(file.name or ""), content=content, by=caller(info))
        return {"stock_import": found}


class StockImportApply(Mutation):
    """Set the counts of the file: all of them, or those that are right. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        mode = ImportMode(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("HAS_ERRORS",)
        known_errors = errors.STOCK
        cost = 100

    stock_import = Field(StockImport)

    @classmethod
    def perform(cls, info: Any, *, id: str, mode: Any) -> dict[str, Any]:
        found = own_stock_import(info, id)
        only_good = mode.value == ApplyMode.GOOD_ROWS
        return {"stock_import": apply_stock_import(stock_import=found, only_good_rows=only_good, by=caller(info))}
