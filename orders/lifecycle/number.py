"""The number people say on the telephone: ``BDM-2026-000123``.

It may be guessed from its neighbour, so nothing is ever opened with it: an order is reached by its UUID together
with ownership or a token.
"""

from django.db import models, transaction
from django.db.models import F


class OrderNumberSeries(models.Model):
    """The last number given out in a year."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


def next_order_number(year: int) -> str:
    """A number nobody else gets. The row stays locked until the transaction ends; a rollback gives it back."""
    series = OrderNumberSeries.objects.filter(year=year)
    with transaction.atomic():
        OrderNumberSeries.objects.get_or_create(year=year)
        series.update(last=F("last") + 1)
        last = series.values_list("last", flat=True).get()
    return f"BDM-{year}-{last:06d}"
