"""BasePrice: what the seller reckons in, from which prices in other currencies may be derived."""

from django.db import models
from django.db.models import Q

from i18n.fields import amount_field, currency_field
from i18n.money import Money


class BasePrice(models.Model):
    """The seller's own price of one piece, in the seller's own currency; no buyer sees it."""

    variant = models.OneToOneField("catalog.ProductVariant", on_delete=models.CASCADE, related_name="base_price")
    amount = amount_field()
    currency = currency_field()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="base_price_above_zero")]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @property
    def price(self) -> Money:
        return Money(self.amount, self.currency)


class BasePriceTier(models.Model):
    """From ``minimum_quantity`` pieces on, one piece costs ``amount`` in the base price's currency."""

    base_price = models.ForeignKey(BasePrice, on_delete=models.CASCADE, related_name="tiers")
    minimum_quantity = models.PositiveIntegerField()
    amount = amount_field()

    class Meta:
        ordering = ["minimum_quantity"]
        constraints = [
            models.UniqueConstraint(fields=["base_price", "minimum_quantity"], name="base_tier_once_per_quantity"),
            models.CheckConstraint(condition=Q(minimum_quantity__gte=2, amount__gt=0), name="base_tier_and_amount"),
        ]

    def __str__(self) -> str:
        return f"{self.minimum_quantity}+"
