"""Move a seller's part along the table of states; the status of the whole follows."""

from django.db.models import Sum

from orders.lifecycle.by import By
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus, require_move
from orders.lifecycle.status import Part, order_status
from orders.payments.paid import is_paid

_EVENT = {
    SellerOrderStatus.AWAITING_PAYMENT: OrderEventType.AWAITING_PAYMENT,
    SellerOrderStatus.CONFIRMED: OrderEventType.CONFIRMED,
    SellerOrderStatus.PACKING: OrderEventType.PACKING,
    SellerOrderStatus.SHIPPED: OrderEventType.SHIPPED,
    SellerOrderStatus.DELIVERED: OrderEventType.DELIVERED,
    SellerOrderStatus.CANCELED: OrderEventType.CANCELED,
}


def move(seller_order: SellerOrder, to: SellerOrderStatus, *, by: By, reason: str = "") -> None:
    """Change the state and write it into the history; raises ``IllegalMove`` and changes nothing.

    The caller holds the order's lock and calls ``update_order_status`` once it has moved all it moves.
    """
    require_move(seller_order.number, seller_order.status, to)
    seller_order.status = to
    seller_order.save(update_fields=["status"])
    record(_EVENT[to], order=seller_order.order, seller_order=seller_order, by=by, reason=reason)


def update_order_status(order: Order) -> None:
    """Store what ``order_status`` derives from the order's parts and payment."""
    order.status = order_status(
        [
            Part(SellerOrderStatus(status), partly_shipped=bool(shipped))
            for status, shipped in SellerOrder.objects.filter(order=order)
            .annotate(shipped=Sum("lines__quantity_fulfilled"))
            .values_list("status", "shipped")
        ],
        is_paid=is_paid(order),
        has_expired=order.has_expired,
    )
    order.save(update_fields=["status"])
