"""Give back what a cancelled part of an order held."""

from catalog.stock.allocate import StockTaken, deallocate
from orders.allocation.allocation import Allocation
from orders.lifecycle.seller_order import SellerOrder


def give_back(seller_order: SellerOrder) -> None:
    """Exactly once: the allocations go in the same transaction, under the order's lock that the caller holds."""
    allocations = Allocation.objects.filter(order_line__seller_order=seller_order)
    deallocate([StockTaken(held.order_line_id, held.stock_id, held.quantity) for held in allocations])
    allocations.delete()
