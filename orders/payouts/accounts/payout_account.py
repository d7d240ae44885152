"""A seller's account at a provider that can pay them. What the provider says of it, as of the last time we heard."""

from django.db import models
from django.utils import timezone

from marketplace.sellers.models import Seller


class PayoutAccount(models.Model):
    """Who the owner is, their bank and their papers are between them and the provider; none of it is kept here."""

    seller = models.ForeignKey(Seller, models.CASCADE, related_name="+")
    provider = models.CharField(max_length=20)
    reference = models.CharField(max_length=60)
    """What the provider calls it."""
    country = models.CharField(max_length=2)
    can_receive = models.BooleanField(default=False)
    can_pay_out = models.BooleanField(default=False)
    missing = models.JSONField(default=list)
    """What the provider still wants to know, in its own words."""
    created_at = models.DateTimeField(default=timezone.now)
    checked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["seller", "provider"], name="one_account_per_provider"),
            models.UniqueConstraint(fields=["provider", "reference"], name="one_seller_per_account"),
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.reference}"
