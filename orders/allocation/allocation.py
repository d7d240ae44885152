"""Which stock an order line holds until it is shipped or given back."""

from django.db import models

from orders.lifecycle.order_line import OrderLine


class Allocation(models.Model):
    """``quantity`` pieces in a stock that belong to a line and are still there; gone at zero.

    Without a stock they are promised: to be made, or to arrive. `serve_waiting` gives them a stock then.
    """

    order_line = models.ForeignKey(OrderLine, models.CASCADE, related_name="allocations")
    stock = models.ForeignKey("catalog.Stock", models.PROTECT, null=True, related_name="+")
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["order_line", "stock"], name="one_allocation_per_line_and_stock"),
            models.UniqueConstraint(
                fields=["order_line"], condition=models.Q(stock__isnull=True), name="one_promise_per_line"
            ),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="allocation_of_something"),
        ]

    def __str__(self) -> str:
        place = f"of stock {self.stock_id}" if self.stock_id else "promised"
        return f"{self.quantity} {place} for line {self.order_line_id}"
