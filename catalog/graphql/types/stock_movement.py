"""What came and went, in the API: for the seller's members and staff."""

import enum
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.graphql.types.product_variant import ProductVariant
from catalog.graphql.types.stock import Warehouse
from catalog.models import ProductVariant as VariantRow
from catalog.models import StockMovement as MovementRow
from catalog.models import Warehouse as WarehouseRow
from catalog.stock.movement import MovementKind
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    DateTime,
    Enum,
    Field,
    Int,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
)

StockMovementKind = Enum.from_enum(
    enum.StrEnum("StockMovementKind", {name: name for name in MovementKind.names}),
    description="Why pieces came or went; SOLD ones left the house for a buyer.",
)


class StockMovement(ObjectType):
    """Pieces that came, or went where the quantity is below zero. Whoever may read the list may read its entries."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    kind = Field(StockMovementKind, required=True)
    quantity = Field(Int, required=True)
    quantity_before = Field(Int, required=True)
    quantity_after = Field(Int, required=True)
    created_at = Field(DateTime, required=True)
    by = Field(String, description="The name of who did it; null for the marketplace itself and for who has gone.")
    reason = Field(String, required=True)
    reference = Field(String, required=True, description="An order's number, a delivery note, the name of a file.")
    product_variant = Field(ProductVariant, required=True)
    warehouse = Field(Warehouse, required=True)

    resolve_created_at = attribute("at")

    @staticmethod
    @batch
    def resolve_by(movements: list[MovementRow], info: Any) -> list[str | None]:
        prefetch_related_objects(movements, "by")
        return [movement.by.full_name or None if movement.by else None for movement in movements]

    @staticmethod
    @batch
    def resolve_product_variant(movements: list[MovementRow], info: Any) -> list[VariantRow]:
        prefetch_related_objects(movements, "stock__variant")
        return [movement.stock.variant for movement in movements]

    @staticmethod
    @batch
    def resolve_warehouse(movements: list[MovementRow], info: Any) -> list[WarehouseRow]:
        prefetch_related_objects(movements, "stock__warehouse")
        return [movement.stock.warehouse for movement in movements]


StockMovementCountableConnection = connection_type(StockMovement)
ProductVariantCountableConnection = connection_type(ProductVariant)
