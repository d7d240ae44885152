"""BalanceAlarm: figures of a seller's own chain that cannot all be true."""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models


class AlarmKind(models.TextChoices):
    MADE_ABOVE_MATERIAL = "MADE_ABOVE_MATERIAL"
    """A process gave more than its material and yield allow."""
    USED_ABOVE_HELD = "USED_ABOVE_HELD"
    """More of a thing was used up or sent away than was made or received."""
    SOLD_ABOVE_MADE = "SOLD_ABOVE_MADE"
    """More pieces of a lot were sold here than it has."""


class BalanceAlarm(models.Model):
    """Open until the figures agree again, or somebody of the seller's says why they are right."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=AlarmKind.choices)
    subject = models.CharField(max_length=420)
    """The URI of the thing, or the name of the process."""
    lot = models.ForeignKey("catalog.Lot", on_delete=models.PROTECT, null=True, related_name="+")
    """The lot that it is about, where it is one of the seller's."""
    allowed: models.DecimalField[Any, Decimal] = models.DecimalField(max_digits=24, decimal_places=9)
    found: models.DecimalField[Any, Decimal] = models.DecimalField(max_digits=24, decimal_places=9)
    uom = models.CharField(max_length=3, blank=True)
    yield_most: models.DecimalField[Any, Decimal | None] = models.DecimalField(
        max_digits=7, decimal_places=4, null=True
    )
    yield_basis = models.CharField(max_length=300, blank=True)
    raised_at = models.DateTimeField(auto_now_add=True)
    acknowledged_at: models.DateTimeField[Any, datetime | None] = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    settled_at: models.DateTimeField[Any, datetime | None] = models.DateTimeField(null=True)
    """When the figures agreed again."""

    class Meta:
        ordering = ["-raised_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "kind", "subject"],
                condition=models.Q(settled_at__isnull=True),
                name="one_open_alarm_of_a_subject",
            ),
        ]
        indexes = [models.Index(fields=["seller", "settled_at", "-raised_at"], name="alarms_of_seller")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.found} of at most {self.allowed} {self.uom}"
