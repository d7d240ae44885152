"""The numbers of requests and quotes: ``RFQ-2026-000012``, ``Q-2026-000034``.

Quotes are not numbered after their request, so that no seller learns how many others were asked.
"""

from django.db import models, transaction
from django.db.models import F


class QuoteNumberSeries(models.Model):
    """The last number given out with a prefix in a year."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="one_quote_series_per_year")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}: {self.last}"


def next_quote_number(prefix: str, year: int) -> str:
    """A number nobody else gets. The row stays locked until the transaction ends; a rollback gives it back."""
    series = QuoteNumberSeries.objects.filter(prefix=prefix, year=year)
    with transaction.atomic():
        QuoteNumberSeries.objects.get_or_create(prefix=prefix, year=year)
        series.update(last=F("last") + 1)
        last = series.values_list("last", flat=True).get()
    return f"{prefix}-{year}-{last:06d}"
