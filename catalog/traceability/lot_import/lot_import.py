"""LotImport: a spreadsheet of lots and their steps, read and checked, waiting to be written."""

from django.conf import settings
from django.db import models

from marketplace.sellers.models import Seller


class LotImportStatus(models.TextChoices):
    PREVIEWED = "PREVIEWED"
    APPLIED = "APPLIED"


class LotImport(models.Model):
    """``rows`` are dicts: what `lot_import.rows.Row` says of each row of the file."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    source_language = models.CharField(max_length=16, default="vi")
    status = models.CharField(max_length=10, choices=LotImportStatus.choices, default=LotImportStatus.PREVIEWED)
    rows = models.JSONField(default=list)
    lots_created = models.PositiveIntegerField(default=0)
    steps_created = models.PositiveIntegerField(default=0)
    codes_created = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.file_name
