"""StockImport: a file of counts, read and checked, waiting to be written."""

from django.conf import settings
from django.db import models

from marketplace.sellers.models import Seller


class StockImportStatus(models.TextChoices):
    PREVIEWED = "PREVIEWED"
    APPLIED = "APPLIED"


class StockImport(models.Model):
    """``rows`` are dicts: ``number``, ``sku``, ``warehouse``, ``quantity`` (as read), ``variant_id``, ``warehouse_id``,
    ``before`` and ``problem`` (``field``, ``code``, ``message``, ``params``, or nothing)."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=StockImportStatus.choices, default=StockImportStatus.PREVIEWED)
    rows = models.JSONField(default=list)
    written = models.PositiveIntegerField(default=0)
    """How many counts it wrote."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.file_name
