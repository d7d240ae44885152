"""Numbers of papers that must follow each other without a gap: one series per kind, issuer and year."""

from __future__ import annotations

from django.db import models, transaction
from django.db.models import F


class DocumentSeries(models.Model):
    """The last number given out."""

    code = models.CharField(max_length=40)
    """``INV-17``: what it is, and whose."""
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "year"], name="one_series_per_year")]

    def __str__(self) -> str:
        return f"{self.code} {self.year}: {self.last}"


def next_document_number(code: str, year: int) -> str:
    """``INV-17-2026-00001``, ``…00002``. Call it in the transaction that issues the paper.

    The row stays locked until that ends, so numbers are given out one after the other, and a rollback gives its
    number back: there is no gap and no number twice.
    """
    series = DocumentSeries.objects.filter(code=code, year=year)
    with transaction.atomic():
        DocumentSeries.objects.get_or_create(code=code, year=year)
        series.update(last=F("last") + 1)
        last = series.values_list("last", flat=True).get()
    return f"{code}-{year}-{last:05d}"
