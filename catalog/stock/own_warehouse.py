"""Whether goods of a variant may lie in a warehouse."""

from catalog.products.variant import ProductVariant
from catalog.stock.errors import ForeignWarehouse, WarehouseClosed
from catalog.stock.warehouse import Warehouse


def require_own(warehouse: Warehouse, variant: ProductVariant, *, is_emptied: bool = False) -> None:
    """Raises `ForeignWarehouse` for another seller's, and `WarehouseClosed` unless nothing is to lie there."""
    if warehouse.seller_id != variant.seller_id:
        raise ForeignWarehouse(f"{warehouse} does not belong to the seller of {variant}")
    if warehouse.closed_at is not None and not is_emptied:
        raise WarehouseClosed(str(warehouse))
