"""Give back what a cancelled part of an order held."""

from catalog.stock.settle import deallocate
from orders.allocation.allocation import Allocation
from orders.allocation.held import as_part
from orders.lifecycle.seller_order import SellerOrder


def give_back(seller_order: SellerOrder) -> None:
    """Exactly once: the allocations go in the same transaction, under the order's lock that the caller holds."""
    allocations = Allocation.objects.filter(order_line__seller_order=seller_order)
    deallocate([as_part(held) for held in allocations.select_related("order_line")])
    allocations.delete()
