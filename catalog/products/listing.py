"""Listings: whether a product is shown in a channel, and what a variant costs there."""

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.channels.models import Channel


class ProductChannelListing(models.Model):
    """A product in a channel."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    """Shown from this moment; empty means at once."""
    available_for_purchase_at = models.DateTimeField(null=True, blank=True)
    """May be ordered from this moment; empty means as soon as it is shown."""

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["product", "channel"], name="product_once_per_channel")]
        indexes = [models.Index(fields=["channel", "is_published"], name="listing_published")]

    def __str__(self) -> str:
        return f"{self.product_id} in {self.channel_id}"


class VariantChannelListing(models.Model):
    """A variant's price in a channel, in the channel's currency."""

    variant = models.ForeignKey("catalog.ProductVariant", on_delete=models.CASCADE, related_name="channel_listings")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    price_amount = amount_field()
    currency = currency_field()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["variant", "channel"], name="variant_once_per_channel"),
            models.CheckConstraint(condition=models.Q(price_amount__gt=0), name="variant_price_above_zero"),
        ]
        indexes = [models.Index(fields=["channel", "price_amount"], name="variant_price_in_channel")]

    def __str__(self) -> str:
        return f"{self.variant_id} in {self.channel_id}"

    @property
    def price(self) -> Money:
        return Money(self.price_amount, self.currency)
