"""FulfillmentLot: of which lot the goods were that left. It is remembered for as long as the order is."""

from __future__ import annotations

from django.db import models

from orders.fulfillment.fulfillment import FulfillmentLine


class FulfillmentLot(models.Model):
    """Written once, when the goods leave. Recalls and the books of a lot lean on it."""

    line = models.ForeignKey(FulfillmentLine, models.CASCADE, related_name="lots")
    lot = models.ForeignKey("catalog.Lot", models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(null=True)
    """Pieces; empty where cartons of several lots bear the codes and nobody said how many pieces are in which."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["line", "lot"], name="lot_once_per_fulfillment_line"),
            models.CheckConstraint(condition=models.Q(quantity__isnull=True) | models.Q(quantity__gt=0),
                                   name="fulfillment_lot_of_something"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["lot"], name="fulfillments_of_lot")]

    def __str__(self) -> str:
        return f"{self.quantity or '?'} of {self.lot_id}"
