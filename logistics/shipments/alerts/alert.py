"""Something about a shipment that both sides should know: it is late, held, lost from sight or not delivered."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from logistics.shipments.shipment import Shipment


class AlertKind(models.TextChoices):
    DELAYED = "DELAYED", "Later than promised"
    NO_NEWS = "NO_NEWS", "No news for too long"
    CUSTOMS_HOLD = "CUSTOMS_HOLD", "Held by customs"
    PICKUP_FAILED = "PICKUP_FAILED", "Could not be fetched"
    DELIVERY_FAILED = "DELIVERY_FAILED", "Could not be delivered"
    RETURNING = "RETURNING", "On the way back"
    LOST = "LOST", "Lost"
    DAMAGED = "DAMAGED", "Damaged"


class ShipmentAlert(models.Model):
    """One row for each fact, however often it is found again. It ends by itself when the cause is over."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=20, choices=AlertKind.choices)
    fact = models.CharField(max_length=80)
    """What exactly: the new day, the event, since when there is silence."""
    raised_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["shipment", "kind", "fact"], name="alert_once_per_fact")]
        indexes = [models.Index(fields=["shipment"], condition=models.Q(ended_at__isnull=True), name="alerts_open")]

    def __str__(self) -> str:
        return f"{self.kind} ({self.fact})"
