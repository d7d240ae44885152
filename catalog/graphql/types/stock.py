"""Warehouses and stock in the API: for the seller's members and staff."""

from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.models import Stock as StockRow
from catalog.models import Warehouse as WarehouseRow
from catalog.stock.available import reserved
from marketplace.accounts.graphql.types.address import Address
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, Int, ObjectType, String, batch, related


class Warehouse(ObjectType):
    """A place where a seller keeps goods."""

    class Meta:
        access = MEMBERS

    id = Field(ID, required=True)
    name = Field(String, required=True)
    address = Field(Address, description="Null: the seller's own address.")
    is_closed = Field(Boolean, required=True, description="Nothing lies there, and nothing can be put there.")

    resolve_address = related("address")

    @staticmethod
    @batch
    def resolve_is_closed(warehouses: list[WarehouseRow], info: Any) -> list[bool]:
        return [warehouse.closed_at is not None for warehouse in warehouses]


class Stock(ObjectType):
    """A variant's pieces in one warehouse. Whoever may read the list may read its entries."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    warehouse = Field(Warehouse, required=True)
    quantity = Field(Int, required=True, description="On the shelf, with what orders hold.")
    quantity_allocated = Field(Int, required=True, description="Held by orders.")
    quantity_reserved = Field(Int, required=True, description="Of the variant in all warehouses, kept by checkouts.")

    resolve_warehouse = related("warehouse")

    @staticmethod
    @batch
    def resolve_quantity_reserved(stocks: list[StockRow], info: Any) -> list[int]:
        held = reserved((stock.variant_id for stock in stocks), now=info.context.now)
        return [held.get(stock.variant_id, 0) for stock in stocks]
