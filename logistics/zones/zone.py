"""ShippingZone: where a seller delivers to, and in which markets."""

from typing import ClassVar

from django.db import models

from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller


class ShippingZone(models.Model):
    """Countries, or regions of them, that a seller serves in the same ways.

    Of several zones the one that names the buyer's region decides, then those that name the country, then a default
    one.
    """

    SUBJECT: ClassVar[str] = "logistics.ShippingZone"

    seller = models.ForeignKey(Seller, models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    description = models.CharField(max_length=500, blank=True)
    """For the seller's own people."""
    is_default = models.BooleanField(default=False)
    """It also serves every country of its markets that no other zone of the seller's names."""
    countries = models.JSONField(default=list)
    """ISO 3166-1 alpha-2 codes."""
    regions = models.JSONField(default=list)
    """``{"country": "VN", "region": "Hồ Chí Minh"}``: of a country that has some here, only these are served."""
    channels = models.ManyToManyField(Channel, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["seller", "name"], name="shipping_zone_once_per_seller")]

    def __str__(self) -> str:
        return self.name
