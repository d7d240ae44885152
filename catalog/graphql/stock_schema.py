"""Stock: its part of the public API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.access import own_stock_import
from catalog.graphql.mutations.product_variant_stocks_update import ProductVariantStocksUpdate
from catalog.graphql.mutations.stock_import import StockImportApply, StockImportPreview
from catalog.graphql.mutations.stock_move import StockTransfer, StockWriteOff
from catalog.graphql.mutations.stock_policy_update import ProductVariantStockPolicyUpdate
from catalog.graphql.mutations.warehouse_create import WarehouseCreate
from catalog.graphql.mutations.warehouse_update import WarehouseClose, WarehouseReopen, WarehouseUpdate
from catalog.graphql.types.stock import Warehouse
from catalog.graphql.types.stock_import import StockImport
from catalog.graphql.types.stock_movement import (
    ProductVariantCountableConnection,
    StockMovementCountableConnection,
    StockMovementKind,
)
from catalog.models import ProductVariant, StockMovement
from catalog.models import StockImport as StockImportRow
from catalog.models import Warehouse as WarehouseRow
from catalog.stock.find import movements, stocked_variants
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class StockQueries(ObjectType):
    """What lies where."""

    warehouses = Field(
        NonNull(List(NonNull(Warehouse))),
        seller=ID(required=True),
        access=SIGNED_IN,
        description="Closed ones too. For the members.",
    )
    stocked_variants = ConnectionField(
        ProductVariantCountableConnection,
        seller=ID(required=True),
        search=String(description="Parts of SKUs and names."),
        low_stock=Boolean(description="Only those of which no more are free than the seller wants to be warned at."),
        access=SIGNED_IN,
        description="A seller's variants by SKU. For the members.",
    )
    stock_movements = ConnectionField(
        StockMovementCountableConnection,
        seller=ID(required=True),
        variant_id=ID(),
        warehouse=ID(),
        kinds=List(NonNull(StockMovementKind)),
        access=SIGNED_IN,
        description="What came and went, the newest first. For the members.",
    )
    stock_import = Field(StockImport, id=ID(required=True), access=SIGNED_IN, description="For the managers.")

    @staticmethod
    def resolve_warehouses(root: Any, info: Any, seller: str) -> QuerySet[WarehouseRow]:
        return WarehouseRow.objects.filter(seller=seller_for(info, seller, field="seller")).order_by("pk")

    @staticmethod
    def resolve_stocked_variants(
        root: Any, info: Any, seller: str, search: str | None = None, low_stock: bool | None = None
    ) -> QuerySet[ProductVariant]:
        owner = seller_for(info, seller, field="seller")
        rows = stocked_variants(owner.pk, search=search or "", only_low=bool(low_stock))
        return rows.select_related("product")

    @staticmethod
    def resolve_stock_movements(
        root: Any,
        info: Any,
        seller: str,
        variant_id: str | None = None,
        warehouse: str | None = None,
        kinds: Any = None,
    ) -> QuerySet[StockMovement]:
        owner = seller_for(info, seller, MemberRole.PACKER, field="seller")
        return movements(
            owner.pk,
            variant_id=integer_key(variant_id, "ProductVariant", field="variantId") if variant_id else None,
            warehouse_id=integer_key(warehouse, "Warehouse", field="warehouse") if warehouse else None,
            kinds=None if kinds is None else [kind.value for kind in kinds],
        )

    @staticmethod
    def resolve_stock_import(root: Any, info: Any, id: str) -> StockImportRow:
        return own_stock_import(info, id)


class StockMutations(ObjectType):
    """Keeping stock."""

    product_variant_stocks_update = ProductVariantStocksUpdate.Field()
    product_variant_stock_policy_update = ProductVariantStockPolicyUpdate.Field()
    stock_write_off = StockWriteOff.Field()
    stock_transfer = StockTransfer.Field()
    stock_import_preview = StockImportPreview.Field()
    stock_import_apply = StockImportApply.Field()
    warehouse_create = WarehouseCreate.Field()
    warehouse_update = WarehouseUpdate.Field()
    warehouse_close = WarehouseClose.Field()
    warehouse_reopen = WarehouseReopen.Field()
