"""The history of an order: who did what, when and why. Rows are only ever added."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from marketplace.insert_rows import insert_rows
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder


class OrderEventType(models.TextChoices):
    PLACED = "PLACED"
    PAID = "PAID"
    PART_PAID = "PART_PAID"
    """Money came, and more is needed before the sellers begin."""
    MORE_PAID = "MORE_PAID"
    """Money came after the sellers began: a balance."""
    PAYMENT_FAILED = "PAYMENT_FAILED"
    CHARGE_UNDONE = "CHARGE_UNDONE"
    """A transfer had been taken for this order's by mistake."""
    AWAITING_PAYMENT = "AWAITING_PAYMENT"
    """Confirmed once, and waiting again."""
    CONFIRMED = "CONFIRMED"
    PACKING = "PACKING"
    PARTLY_SHIPPED = "PARTLY_SHIPPED"
    SHIPPED = "SHIPPED"
    DELIVERED = "DELIVERED"
    CANCELED = "CANCELED"
    EXPIRED = "EXPIRED"
    REFUNDED = "REFUNDED"
    REFUND_DUE = "REFUND_DUE"
    REFUND_FAILED = "REFUND_FAILED"
    CHARGEBACK_OPENED = "CHARGEBACK_OPENED"
    CHARGEBACK_CLOSED = "CHARGEBACK_CLOSED"
    PARTLY_CANCELED = "PARTLY_CANCELED"
    ADDRESS_CHANGED = "ADDRESS_CHANGED"
    NOTE_CHANGED = "NOTE_CHANGED"
    SELLER_NOTE = "SELLER_NOTE"
    RETURN_REQUESTED = "RETURN_REQUESTED"
    RETURN_APPROVED = "RETURN_APPROVED"
    RETURN_REJECTED = "RETURN_REJECTED"
    RETURN_WITHDRAWN = "RETURN_WITHDRAWN"
    RETURN_LAPSED = "RETURN_LAPSED"
    RETURN_SENT = "RETURN_SENT"
    RETURN_RECEIVED = "RETURN_RECEIVED"
    RETURN_REFUNDED = "RETURN_REFUNDED"
    RETURN_EXCHANGED = "RETURN_EXCHANGED"
    DISPUTE_OPENED = "DISPUTE_OPENED"
    DISPUTE_ANSWERED = "DISPUTE_ANSWERED"
    DISPUTE_ESCALATED = "DISPUTE_ESCALATED"
    DISPUTE_SETTLED = "DISPUTE_SETTLED"
    DISPUTE_WITHDRAWN = "DISPUTE_WITHDRAWN"
    DISPUTE_DECIDED = "DISPUTE_DECIDED"
    CHECK_HELD = "CHECK_HELD"
    """A name in it may be on a list of denied parties."""
    CHECK_CLEARED = "CHECK_CLEARED"
    CHECK_CONFIRMED = "CHECK_CONFIRMED"


class OrderEvent(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="events")
    seller_order = models.ForeignKey(SellerOrder, models.CASCADE, null=True, related_name="events")
    """Empty when it concerns the whole order."""
    type = models.CharField(max_length=20, choices=OrderEventType.choices)
    at = models.DateTimeField(default=timezone.now)
    role = models.CharField(max_length=10, choices=Role.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(blank=True, max_length=1000)
    parameters = models.JSONField(default=dict)
    """What its sentence needs: the number of a return, what was called off. No personal data."""

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.type} {self.order_id} at {self.at:%Y-%m-%d %H:%M}"


def record(
    type: OrderEventType,
    *,
    order: Order,
    by: By,
    seller_order: SellerOrder | None = None,
    reason: str = "",
    at: datetime | None = None,
    **parameters: Any,
) -> OrderEvent:
    """Add a line to the history of the order, inside the transaction that makes the change."""
    event = OrderEvent(
        order=order,
        seller_order=seller_order,
        type=type,
        role=by.role,
        user=by.user,
        reason=reason[:1000],
        at=at or timezone.now(),
        parameters=parameters,
    )
    insert_rows([event])
    return event
