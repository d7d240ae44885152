from django.db import models

from i18n.fields import amount_field
from logistics.zones.method import ShippingMethod
from marketplace.channels.models import Channel


class MethodListing(models.Model):
    """What a method costs in a market, in the market's currency, and for goods of which value."""

    method = models.ForeignKey(ShippingMethod, models.CASCADE, related_name="listings")
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="+")
    price_amount = amount_field(default=0)
    """Of a carrier's quote: added to it."""
    minimum_order_amount = amount_field(null=True)
    maximum_order_amount = amount_field(null=True)
    free_from_amount = amount_field(null=True)
    """Goods of the seller for this much or more travel free."""

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["method", "channel"], name="shipping_method_once_per_channel")]

    def __str__(self) -> str:
        return f"method {self.method_id} in channel {self.channel_id}"
