"""An event of freight in the words of the DCSA's Track & Trace standard, version 2."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.shipment import Shipment


class FreightEvent(models.Model):
    """Rows are added, never changed; ``raw`` is what the carrier sent, kept as it came."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="freight_events")
    leg = models.ForeignKey(ShipmentLeg, on_delete=models.SET_NULL, null=True, related_name="+")
    event_id = models.CharField(max_length=100)
    """The carrier's; made here where a person entered the event."""
    event_type = models.CharField(max_length=20)
    classifier = models.CharField(max_length=3)
    code = models.CharField(max_length=20)
    """``DEPA``, ``LOAD``, ``CONF``; also one that no standard knows."""
    document_type = models.CharField(max_length=20, blank=True)
    document_id = models.CharField(max_length=100, blank=True)
    occurred_at = models.DateTimeField()
    """Or will: see ``classifier``."""
    created_at = models.DateTimeField()
    """When the carrier wrote it down."""
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    place = models.CharField(max_length=120, blank=True)
    place_code = models.CharField(max_length=5, blank=True)
    mode = models.CharField(max_length=20, blank=True)
    vessel_name = models.CharField(max_length=80, blank=True)
    vessel_imo = models.CharField(max_length=20, blank=True)
    voyage = models.CharField(max_length=60, blank=True)
    equipment = models.CharField(max_length=20, blank=True)
    """The container."""
    is_empty = models.BooleanField(null=True)
    booking_reference = models.CharField(max_length=60, blank=True)
    transport_document = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    """Why it is late, in the carrier's words."""
    raw = models.JSONField()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["shipment", "event_id"], name="freight_event_once")]

    def __str__(self) -> str:
        return f"{self.event_type} {self.classifier} {self.code} at {self.occurred_at:%Y-%m-%d %H:%M}"
