"""MaterialBatch: a batch of what goes into lots: logs, boards, clay, latex. It has an identity and no shop page."""

from __future__ import annotations

import uuid

from django.db import models


class MaterialBatch(models.Model):
    """A seller's record of one batch of material; its history is in the events that name its URI."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=40)
    """The seller's own, unique there."""
    uri = models.CharField(max_length=400, blank=True)
    """Canonical; what the supplier named it with, or ``urn:uuid:`` of this record."""
    quantity = models.DecimalField(max_digits=24, decimal_places=9)
    uom = models.CharField(max_length=3, blank=True)
    """UN/ECE Recommendation 20; empty for pieces."""
    place = models.ForeignKey("catalog.TracePlace", on_delete=models.PROTECT, null=True, related_name="+")
    """Where it grew, was made, or was taken over."""
    party = models.ForeignKey("catalog.TraceParty", on_delete=models.PROTECT, null=True, related_name="+")
    """Who supplied it."""
    event = models.ForeignKey("catalog.EpcisEvent", on_delete=models.PROTECT, null=True, related_name="+")
    """What brought it into being here."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["seller", "number"], name="material_number_once_per_seller")]
        indexes = [models.Index(fields=["seller", "uri"], name="materials_by_uri")]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
