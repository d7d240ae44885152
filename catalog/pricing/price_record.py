"""PriceRecord: every price there ever was, because a reduction has to name the lowest one of the thirty days before."""

from django.db import models

from i18n.fields import amount_field, currency_field
from marketplace.channels.models import Channel


class PriceRecord(models.Model):
    """What was said of a variant's price in a channel, from ``recorded_at`` until the next record. Never changed.

    ``price_amount`` is the regular price, empty from the moment the variant is not sold there any more.
    """

    variant = models.ForeignKey("catalog.ProductVariant", on_delete=models.CASCADE, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    currency = currency_field()
    price_amount = amount_field(null=True)
    sale_amount = amount_field(null=True)
    sale_starts_at = models.DateTimeField(null=True)
    sale_ends_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["variant", "channel", "recorded_at"], name="price_record_of_variant")]

    def __str__(self) -> str:
        return f"{self.price_amount} {self.currency} from {self.recorded_at}"
