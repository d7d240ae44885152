"""StockPolicy: what may be sold of a variant beyond what lies there, and when its seller wants to be warned."""

from django.db import models
from django.db.models import Q

from catalog.products.variant import ProductVariant

PLENTY = 1_000_000
"""What can be had of a variant that is made to order without a limit."""


class StockMode(models.TextChoices):
    IN_STOCK = "IN_STOCK"
    """Only what lies there is sold. A variant without a policy is sold like this."""
    MADE_TO_ORDER = "MADE_TO_ORDER"
    """Made when it was ordered, within the variant's lead time."""
    PRE_ORDER = "PRE_ORDER"
    """Sold before it is there, from a known day on, up to a limit."""


class StockPolicy(models.Model):
    """One row for a variant of which something else than the usual holds. It is also the lock of its promises."""

    variant = models.OneToOneField(ProductVariant, on_delete=models.CASCADE, related_name="stock_policy")
    mode = models.CharField(max_length=14, choices=StockMode.choices, default=StockMode.IN_STOCK)
    most_promised = models.PositiveIntegerField(null=True, blank=True)
    """How many pieces may be sold that are not there yet; nothing: without limit, only of what is made to order."""
    quantity_promised = models.PositiveIntegerField(default=0)
    """Pieces that orders wait for."""
    available_from = models.DateField(null=True, blank=True)
    """The day on which pre-ordered pieces leave."""
    low_threshold = models.PositiveIntegerField(null=True, blank=True)
    """The seller is warned when no more pieces than this are free."""
    low_since = models.DateTimeField(null=True, blank=True)
    """When it was warned; empty again once there is more."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mode=StockMode.PRE_ORDER) | Q(most_promised__isnull=False, available_from__isnull=False),
                name="pre_order_has_day_and_limit",
            )
        ]

    def __str__(self) -> str:
        return f"{self.mode} of variant {self.variant_id}"

    @property
    def promisable(self) -> int:
        """How many more pieces may be sold without lying there."""
        if self.mode == StockMode.IN_STOCK:
            return 0
        most = PLENTY if self.most_promised is None else self.most_promised
        return max(most - self.quantity_promised, 0)
