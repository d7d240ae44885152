"""Recall: goods are called back. Who got them is found from the chain and the orders; nobody's address is kept here."""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models


class Hazard(models.TextChoices):
    INJURY = "INJURY"
    FIRE = "FIRE"
    CHOKING = "CHOKING"
    CHEMICAL = "CHEMICAL"
    MICROBIAL = "MICROBIAL"
    ALLERGEN = "ALLERGEN"
    MARKING = "MARKING"
    OTHER = "OTHER"


class Recall(models.Model):
    """Opened once, closed once; opening it is what the public sees from then on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=9, choices=Hazard.choices)
    source_language = models.CharField(max_length=16, default="vi")
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    closed_at: models.DateTimeField[Any, datetime | None] = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    unreachable = models.PositiveIntegerField(default=0)
    """Receivers that events name and nobody here knows how to write to."""

    class Meta:
        ordering = ["-opened_at", "id"]
        indexes = [models.Index(fields=["seller", "-opened_at"], name="recalls_of_seller")]

    def __str__(self) -> str:
        return f"recall {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class RecallText(models.Model):
    """Why, and what whoever has the goods should do, in one language."""

    recall = models.ForeignKey(Recall, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=16)
    reason = models.CharField(max_length=1000)
    instructions = models.CharField(max_length=1000)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["recall", "language"], name="recall_text_once")]

    def __str__(self) -> str:
        return f"{self.language} of {self.recall_id}"


class RecalledLot(models.Model):
    recall = models.ForeignKey(Recall, on_delete=models.CASCADE, related_name="lots")
    lot = models.ForeignKey("catalog.Lot", on_delete=models.PROTECT, related_name="recalls")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["recall", "lot"], name="lot_once_in_recall")]

    def __str__(self) -> str:
        return f"{self.lot_id} in {self.recall_id}"


class ReceiverState(models.TextChoices):
    FOUND = "FOUND"
    NOTIFIED = "NOTIFIED"
    ANSWERED = "ANSWERED"
    RETURNED = "RETURNED"
    """All of it came back or was destroyed."""


class RecallReceiver(models.Model):
    """One who got some of it, by a reference that only its source can turn into a name and an address."""

    recall = models.ForeignKey(Recall, on_delete=models.CASCADE, related_name="receivers")
    source = models.CharField(max_length=20)
    """Which part of the marketplace knows it: see ``receivers.py``."""
    reference = models.CharField(max_length=420)
    lot = models.ForeignKey("catalog.Lot", on_delete=models.PROTECT, null=True, related_name="+")
    """The recalled lot, or empty for what was made of several."""
    thing = models.CharField(max_length=400)
    """URI of what was received: the lot, or what it was made into or packed into."""
    quantity: models.DecimalField[Any, Decimal | None] = models.DecimalField(max_digits=24, decimal_places=9, null=True)
    uom = models.CharField(max_length=3, blank=True)
    place = models.CharField(max_length=400, blank=True)
    received_at: models.DateTimeField[Any, datetime | None] = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=ReceiverState.choices, default=ReceiverState.FOUND)
    is_shown = models.BooleanField(default=True)
    """Whether the seller who recalls may know who it is; otherwise the marketplace writes, and counts."""
    notified_at: models.DateTimeField[Any, datetime | None] = models.DateTimeField(null=True)
    answered_at: models.DateTimeField[Any, datetime | None] = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True)
    quantity_back: models.DecimalField[Any, Decimal] = models.DecimalField(max_digits=24, decimal_places=9, default=0)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["recall", "source", "reference", "thing"], name="receiver_once_in_recall"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.reference}: {self.state}"
