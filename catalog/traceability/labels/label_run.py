"""LabelRun: so many labels of a lot, asked for, written, fetched by members until they expire."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q


class LabelSymbol(models.TextChoices):
    QR = "QR"
    """A GS1 Digital Link on our site, or the page of the code where there is no GTIN."""
    DATA_MATRIX = "DATA_MATRIX"
    """GS1 DataMatrix with lot, serial and best-before date."""
    EAN = "EAN"
    """What tills read: the GTIN alone."""


class LabelSubject(models.TextChoices):
    """What is on each label besides the kind of goods."""

    LOT = "LOT"
    """The lot: all labels are alike."""
    PIECE = "PIECE"
    """A trace code, on each label another."""
    SERIAL = "SERIAL"
    """A counted serial, on each label the next."""


class LabelFormat(models.TextChoices):
    PDF = "PDF"
    ZPL = "ZPL"


class LabelRunStatus(models.TextChoices):
    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    DELETED = "DELETED"
    """Expired: its file is gone."""


class LabelRunQuerySet(models.QuerySet["LabelRun"]):
    """The runs somebody means."""

    def waiting(self, now: datetime) -> LabelRunQuerySet:
        """Not written yet, and nobody at it."""
        return self.filter(Q(worked_until__isnull=True) | Q(worked_until__lt=now), status=LabelRunStatus.PENDING)


class LabelRun(models.Model):
    """``codes`` are the trace codes to print, for pieces; ``serials`` the block to print."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    lot = models.ForeignKey("catalog.Lot", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    symbol = models.CharField(max_length=11, choices=LabelSymbol.choices)
    subject = models.CharField(max_length=6, choices=LabelSubject.choices)
    sheet = models.CharField(max_length=20)
    format = models.CharField(max_length=3, choices=LabelFormat.choices)
    dpi = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=16)
    count = models.PositiveIntegerField()
    codes = models.JSONField(default=list)
    serials = models.ForeignKey("catalog.SerialBlock", on_delete=models.CASCADE, null=True, related_name="+")
    status = models.CharField(max_length=8, choices=LabelRunStatus.choices, default=LabelRunStatus.PENDING)
    file = models.CharField(max_length=100, blank=True)
    """Where it lies in the private folder."""
    done = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    worked_until: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField()

    objects = LabelRunQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["lot", "created_at"], name="label_runs_of_lot"),
            models.Index(fields=["worked_until"], name="label_runs_waiting", condition=Q(status="PENDING")),
            models.Index(fields=["expires_at"], name="label_runs_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.count} x {self.symbol}"
