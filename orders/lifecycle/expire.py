"""Give up orders that nobody paid in time."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.lifecycle.by import SYSTEM
from orders.lifecycle.cancel import cancel_parts, living_parts
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.states import OrderStatus
from orders.locks import lock_order


def expire_unpaid_orders(now: datetime, *, limit: int = 200) -> int:
    """Cancel up to ``limit`` overdue orders, each in a transaction of its own; returns how many. Run periodically."""
    overdue = Order.objects.filter(status=OrderStatus.UNPAID, payment_due_at__lt=now).order_by("payment_due_at")
    return sum(_expire(order_id, now) for order_id in list(overdue.values_list("pk", flat=True)[:limit]))


def _expire(order_id: UUID, now: datetime) -> bool:
    with transaction.atomic():
        order = lock_order(order_id)
        if order.status != OrderStatus.UNPAID or order.payment_due_at >= now:
            return False  # paid or prolonged while this one waited for the lock
        order.has_expired = True
        order.save(update_fields=["has_expired"])
        record(OrderEventType.EXPIRED, order=order, by=SYSTEM)
        cancel_parts(order, living_parts(order), by=SYSTEM, reason="")
    return True
