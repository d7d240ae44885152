"""An export of a seller's products: asked for, written in the background, fetched by members until it expires."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketplace.sellers.models import Seller


class ExportStatus(models.TextChoices):
    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    DELETED = "DELETED"
    """Expired: its file is gone."""


class FileType(models.TextChoices):
    CSV = "CSV"
    XLSX = "XLSX"


class ProductExportQuerySet(models.QuerySet["ProductExport"]):
    """The exports somebody means."""

    def waiting(self, now: datetime) -> "ProductExportQuerySet":
        """Not written yet, and nobody at it."""
        return self.filter(Q(worked_until__isnull=True) | Q(worked_until__lt=now), status=ExportStatus.PENDING)


class ProductExport(models.Model):
    """One spreadsheet."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    status = models.CharField(max_length=10, choices=ExportStatus.choices, default=ExportStatus.PENDING)
    file_type = models.CharField(max_length=4, choices=FileType.choices)
    headers = models.CharField(max_length=2)
    """The language of the headers: ``vi`` or ``en``."""
    product_ids = models.JSONField(null=True)
    """What to export, or ``null`` for everything."""
    file = models.CharField(max_length=100, blank=True)
    """Where it lies in the private folder."""
    done = models.PositiveIntegerField(default=0)
    to_do = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    worked_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField()

    objects = ProductExportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["worked_until"], name="export_waiting", condition=Q(status="PENDING")),
            models.Index(fields=["expires_at"], name="export_expiry"),
        ]

    def __str__(self) -> str:
        return f"export {self.public_id}"
