"""CompanyPrefix: what GS1 gave a seller to make its numbers with; one at a time, for goods and parcels alike."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q


class CompanyPrefixQuerySet(models.QuerySet["CompanyPrefix"]):
    """The prefixes somebody means."""

    def current(self) -> CompanyPrefixQuerySet:
        return self.filter(ended_at__isnull=True)

    def verified(self) -> CompanyPrefixQuerySet:
        """Those by which a seller is believed."""
        return self.current().filter(verified_at__isnull=False)


class CompanyPrefix(models.Model):
    """A claim of a seller's, until the operator has seen that it is true. Rows of the past stay."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    prefix = models.CharField(max_length=12)
    evidence = models.CharField(max_length=400, blank=True)
    """Number and day of the membership certificate, as the seller gives them."""
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    claimed_at = models.DateTimeField(auto_now_add=True)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    verified_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    ended_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=400, blank=True)
    """What the operator said who refused it; empty when the seller took another."""

    objects = CompanyPrefixQuerySet.as_manager()

    class Meta:
        ordering = ["-claimed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller"], condition=Q(ended_at__isnull=True), name="one_company_prefix_of_a_seller"
            ),
            models.UniqueConstraint(
                fields=["prefix"], condition=Q(ended_at__isnull=True), name="a_company_prefix_is_one_sellers"
            ),
        ]

    def __str__(self) -> str:
        return self.prefix

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None and self.ended_at is None


def prefix_of(seller_id: int) -> CompanyPrefix | None:
    """The one a seller uses now."""
    return CompanyPrefix.objects.current().filter(seller_id=seller_id).first()
