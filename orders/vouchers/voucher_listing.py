from django.db import models

from i18n.fields import amount_field, currency_field
from orders.vouchers.voucher import Voucher


class VoucherListing(models.Model):
    """What a voucher is worth in a channel: a percentage, or an amount of the channel's currency."""

    voucher = models.ForeignKey(Voucher, models.CASCADE, related_name="listings")
    channel = models.ForeignKey("channels.Channel", models.PROTECT, related_name="+")
    currency = currency_field()
    value = amount_field()
    minimum_spent = amount_field(null=True)
    """Of what it lowers (of the goods, where it lowers delivery), tax included, before the discount."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["voucher", "channel"], name="one_voucher_listing_per_channel"),
            models.CheckConstraint(condition=models.Q(value__gt=0), name="voucher_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.value} in {self.channel_id}"
