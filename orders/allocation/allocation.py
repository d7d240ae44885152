"""Which stock an order line holds until it is shipped or given back."""

from django.db import models

from orders.lifecycle.order_line import OrderLine


class Allocation(models.Model):
    """``quantity`` pieces in a stock that belong to a line and are still there; gone at zero."""

    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="allocations")
    stock = models.ForeignKey("catalog.Stock", models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["order_line", "stock"], name="one_allocation_per_line_and_stock"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="allocation_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of stock {self.stock_id} for line {self.order_line_id}"
