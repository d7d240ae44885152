"""ScanCount: how often the page of a code was opened, by day and country. Nothing is kept of who opened it."""

from __future__ import annotations

from django.db import models

from catalog.traceability.lot import TraceCode


class ScanCount(models.Model):
    """One row for a code, a day and a country: no address, no device, no time of day."""

    code = models.ForeignKey(TraceCode, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    """In UTC."""
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2 as the reader's browser or the network in front of us says it; empty when neither does."""
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-day", "country"]
        constraints = [models.UniqueConstraint(fields=["code", "day", "country"], name="scans_counted_once")]
        indexes = [models.Index(fields=["day", "code"], name="scans_by_day")]

    def __str__(self) -> str:
        return f"{self.code_id} {self.day} {self.country or '?'}: {self.count}"
