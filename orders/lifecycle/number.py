"""The number people say on the telephone: ``BDM-2026-000123``.

It may be guessed from its neighbour, so nothing is ever opened with it: an order is reached by its UUID together
with ownership or a token.
"""

from django.db import connections, models, router

from marketplace.quick_read import fetched

# Begun and counted on in one statement, on either database.
_NEXT = """INSERT INTO orders_ordernumberseries AS series (year, last) VALUES (%s, 1)
  ON CONFLICT (year) DO UPDATE SET last = series.last + 1 RETURNING last"""


class OrderNumberSeries(models.Model):
    """The last number given out in a year."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


def next_order_number(year: int) -> str:
    """A number nobody else gets. The row stays locked until the transaction ends; a rollback gives it back."""
    [[last]] = fetched(connections[router.db_for_write(OrderNumberSeries)], _NEXT, [year])
    return f"BDM-{year}-{last:06d}"
