from django.db import models

from i18n.fields import amount_field
from orders.checkout.checkout import Checkout


class CheckoutLine(models.Model):
    """So many of a variant, and the unit price the buyer saw when they said so."""

    checkout = models.ForeignKey(Checkout, models.CASCADE, related_name="lines")
    variant = models.ForeignKey("catalog.ProductVariant", models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField()
    seen_amount = amount_field()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["checkout", "variant"], name="one_line_per_variant"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="checkout_line_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × variant {self.variant_id}"
