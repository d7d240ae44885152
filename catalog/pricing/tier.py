"""PriceTier: a lower price from a quantity on."""

from django.db import models

from catalog.products.listing import VariantChannelListing
from i18n.fields import amount_field


class PriceTier(models.Model):
    """From ``minimum_quantity`` pieces on, one piece costs ``price_amount`` in the listing's currency."""

    listing = models.ForeignKey(VariantChannelListing, on_delete=models.CASCADE, related_name="tiers")
    minimum_quantity = models.PositiveIntegerField()
    price_amount = amount_field()

    class Meta:
        ordering = ["minimum_quantity"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "minimum_quantity"], name="tier_once_per_quantity"),
            models.CheckConstraint(
                condition=models.Q(minimum_quantity__gte=2, price_amount__gt=0), name="tier_quantity_and_price"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minimum_quantity}+"
