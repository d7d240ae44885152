"""Stock: how many of a variant lie in a warehouse, and how many of them orders already hold."""

from django.db import models
from django.db.models import F, Q

from catalog.products.variant import ProductVariant
from catalog.stock.warehouse import Warehouse


class Stock(models.Model):
    """``quantity`` pieces are on the shelf, ``quantity_allocated`` of them belong to placed orders."""

    warehouse = models.ForeignKey(Warehouse, on_delete=models.CASCADE, related_name="stocks")
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="stocks")
    quantity = models.PositiveIntegerField(default=0)
    quantity_allocated = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["warehouse", "variant"], name="stock_once_per_warehouse"),
            models.CheckConstraint(condition=Q(quantity_allocated__lte=F("quantity")), name="stock_never_oversold"),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} in {self.warehouse_id}"

    @property
    def free(self) -> int:
        """Pieces that no order holds; reservations are not looked at."""
        return self.quantity - self.quantity_allocated
