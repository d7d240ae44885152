"""The due diligence statement that an importer in the Union filed for a lot (Regulation (EU) 2023/1115, article 4)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from catalog.traceability.lot import Lot


class DueDiligenceStatement(models.Model):
    """What the importer told the seller. The marketplace files none and cannot look one up."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="due_diligence_statements")
    reference_number = models.CharField(max_length=40)
    verification_number = models.CharField(max_length=40, blank=True)
    operator = models.CharField(max_length=200)
    """Who filed it."""
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "reference_number"], name="due_diligence_statement_once_per_lot")
        ]

    def __str__(self) -> str:
        return self.reference_number
