"""StockMovement: every piece that came or went, why, and through whom.

The sum of a stock's movements is what lies there, always.
"""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from catalog.stock.stock import Stock


class MovementKind(models.TextChoices):
    OPENING = "OPENING"
    """What lay there when movements began to be kept."""
    RECEIVED = "RECEIVED"
    COUNTED = "COUNTED"
    SOLD = "SOLD"
    """Left the house for a buyer."""
    RETURNED = "RETURNED"
    DAMAGED = "DAMAGED"
    TRANSFERRED = "TRANSFERRED"
    """Between two warehouses of one seller: a movement in each, which cancel each other out."""
    IMPORTED = "IMPORTED"
    """Said by a file, as a count."""


class AppendOnly(TypeError):
    """A movement is history: a mistake is put right by another movement."""


class StockMovementQuerySet(models.QuerySet["StockMovement"]):
    """Rows are added and read."""

    def update(self, **_values: Any) -> NoReturn:
        raise AppendOnly("movements are never changed")

    def delete(self) -> NoReturn:
        raise AppendOnly("movements are never removed")


class StockMovement(models.Model):
    """``quantity`` pieces more in a stock, or fewer where it is below zero. They go only with the stock itself."""

    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="movements")
    kind = models.CharField(max_length=12, choices=MovementKind.choices)
    quantity = models.BigIntegerField()
    quantity_before = models.PositiveBigIntegerField()
    quantity_after = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    """Nobody: the marketplace itself, or somebody who has gone."""
    reason = models.CharField(max_length=200, blank=True)
    """In a person's own words."""
    reference = models.CharField(max_length=120, blank=True)
    """What it belongs to: an order's number, a delivery note, the name of a file."""

    objects = StockMovementQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(quantity=0), name="stock_movement_of_something"),
            models.CheckConstraint(
                condition=Q(quantity_after=F("quantity_before") + F("quantity")), name="stock_movement_adds_up"
            ),
        ]
        indexes = [models.Index(fields=["stock", "-id"], name="movements_of_a_stock")]

    def __str__(self) -> str:
        return f"{self.quantity:+d} {self.kind} in stock {self.stock_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("movements are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("movements are never removed")
