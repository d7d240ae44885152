"""A lot: goods of one variant made together, so that they share one history."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from datetime import datetime


class Lot(models.Model):
    """``number`` is the seller's own and unique there; it is what stands on the cartons."""

    SUBJECT = "catalog.Lot"
    """Name of this kind of record among translations; field note."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    """The variant's seller, repeated here so that the database itself keeps numbers unique per seller."""
    variant = models.ForeignKey("catalog.ProductVariant", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    produced_on = models.DateField()
    expires_on = models.DateField(null=True)
    quantity = models.PositiveIntegerField()
    """Pieces of the variant."""
    place = models.CharField(max_length=200)
    """Where it was made: workshop and ward."""
    note = models.CharField(max_length=2000, blank=True)
    trade = models.CharField(max_length=20, blank=True)
    """Whose template its steps follow; empty for that of its seller's own trade."""
    source_language = models.CharField(max_length=16, default="vi")
    uri = models.CharField(max_length=400, blank=True, db_index=True)
    """How events name it: kept from when it was first named, and changed by ``rename_lots`` alone."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-produced_on", "-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["seller", "number"], name="lot_number_once_per_seller"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="lot_not_empty"),
        ]

    def __str__(self) -> str:
        return self.number


class TraceCodeStatus(models.TextChoices):
    ACTIVE = "ACTIVE"
    VOIDED = "VOIDED"


class TraceCode(models.Model):
    """A random code printed on one piece or carton. It cannot be guessed and does not count anything."""

    code = models.CharField(max_length=13, primary_key=True)
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="codes")
    status = models.CharField(max_length=8, choices=TraceCodeStatus.choices, default=TraceCodeStatus.ACTIVE)
    created_at = models.DateTimeField(auto_now_add=True)
    voided_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["created_at", "code"]
        indexes = [models.Index(fields=["lot", "created_at"], name="codes_of_lot")]

    def __str__(self) -> str:
        return self.code

    @property
    def is_active(self) -> bool:
        return self.status == TraceCodeStatus.ACTIVE
