"""Goods of a seller's part that left together in one shipment."""

from django.db import models

from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder


class FulfillmentStatus(models.TextChoices):
    SHIPPED = "SHIPPED"
    DELIVERED = "DELIVERED"


class FulfillmentKind(models.TextChoices):
    ORDERED = "ORDERED"
    """Goods that were ordered leave for the first time."""
    REPLACEMENT = "REPLACEMENT"
    """In place of goods that came back: nothing is charged, and no line counts them as sent."""


class Fulfillment(models.Model):
    seller_order = models.ForeignKey(SellerOrder, models.CASCADE, related_name="fulfillments")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=FulfillmentKind.choices, default=FulfillmentKind.ORDERED)
    status = models.CharField(max_length=10, choices=FulfillmentStatus.choices, default=FulfillmentStatus.SHIPPED)
    shipment = models.OneToOneField("logistics.Shipment", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["seller_order", "position"], name="one_fulfillment_per_position")
        ]
        indexes = [models.Index(fields=["created_at"], name="fulfillments_by_day")]

    def __str__(self) -> str:
        return f"{self.seller_order_id} / {self.position}"


class FulfillmentLine(models.Model):
    fulfillment = models.ForeignKey(Fulfillment, models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["fulfillment", "order_line"], name="one_line_per_fulfillment"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="fulfillment_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of line {self.order_line_id}"
