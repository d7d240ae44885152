"""When a shipment is expected, and everything that was ever said of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from logistics.shipments.shipment import Shipment


class EstimateSource(models.TextChoices):
    CARRIER = "CARRIER", "The carrier"
    LEGS = "LEGS", "The planned legs"
    SELLER = "SELLER", "The seller"


class ArrivalEstimate(models.Model):
    """Rows are added, never changed. The latest one counts."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="arrival_estimates")
    expected_on = models.DateField()
    source = models.CharField(max_length=10, choices=EstimateSource.choices)
    said_at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["said_at", "id"]

    def __str__(self) -> str:
        return f"{self.expected_on} said by {self.source}"
