"""A spreadsheet of products between its preview and its application."""

import uuid

from django.conf import settings
from django.db import models

from marketplace.sellers.models import Seller


class ImportStatus(models.TextChoices):
    PREVIEWED = "PREVIEWED"
    APPLIED = "APPLIED"


class RowAction(models.TextChoices):
    """What applying the row would do."""

    CREATE = "CREATE"
    UPDATE = "UPDATE"
    UNCHANGED = "UNCHANGED"


class ProductImport(models.Model):
    """An uploaded spreadsheet. Nothing of the catalogue changes before it is applied."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    source_language = models.CharField(max_length=16)
    status = models.CharField(max_length=10, choices=ImportStatus.choices, default=ImportStatus.PREVIEWED)
    columns = models.JSONField(default=list)
    """``[[header, field or null], …]`` in the order of the file."""
    total = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.file_name


class ProductImportRow(models.Model):
    """One row: the cells as written, by field, and what is wrong with them."""

    product_import = models.ForeignKey(ProductImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    """The row's number in the spreadsheet, the header being row 1."""
    values = models.JSONField()
    """``{field: text}``"""
    errors = models.JSONField(default=list)
    """``[{column, code, message, params}, …]`` with English message ids."""
    accepted = models.BooleanField()
    action = models.CharField(max_length=10, choices=RowAction.choices, null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["product_import", "number"], name="import_row_once"),
        ]

    def __str__(self) -> str:
        return f"row {self.number}"
