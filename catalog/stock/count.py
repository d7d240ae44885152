"""A seller's own count of what lies on the shelf."""

from django.db import transaction

from catalog.events import StockChanged
from catalog.products.variant import ProductVariant
from catalog.stock.errors import BelowAllocated
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from marketplace.events.publish import publish


class ForeignWarehouse(ValueError):
    """The warehouse belongs to another seller than the variant."""


def set_stock(*, variant: ProductVariant, warehouse: Warehouse, quantity: int) -> Stock:
    """Say how many pieces lie in the warehouse, orders' pieces included.

    A count never falls below what orders hold: raises `BelowAllocated`. Raises `ForeignWarehouse`.
    """
    if warehouse.seller_id != variant.seller_id:
        raise ForeignWarehouse(f"{warehouse} does not belong to the seller of {variant}")
    with transaction.atomic():
        stock, _ = Stock.objects.select_for_update().get_or_create(warehouse=warehouse, variant=variant)
        if quantity < stock.quantity_allocated:
            raise BelowAllocated(quantity, stock.quantity_allocated)
        if stock.quantity != quantity:
            stock.quantity = quantity
            stock.save(update_fields=["quantity"])
            publish(StockChanged(variant_id=variant.pk))
    return stock
