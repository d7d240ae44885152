"""Which of the products that an engine proposes the public may see now.

Asked after every search, so the question is put into SQL once and only its values change: building it anew took three
times as long as the search itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import connection

from catalog.products.product import Product
from catalog.search.request import SearchRequest
from marketplace.channels.models import Channel
from marketplace.quick_read import fetched
from marketplace.written_once import WrittenOnce

_KEYS: WrittenOnce[tuple[int]] = WrittenOnce(lambda slug: Channel.objects.filter(slug=slug).values_list("pk"))
_CHANNEL = -7
_AT = datetime(1, 2, 3, 4, 5, 6, 7, tzinfo=UTC)
_ID = -9


def visible(request: SearchRequest, ids: Sequence[int]) -> set[int]:
    """Those of ``ids`` that are published in the request's channel at its moment."""
    if not ids:
        return set()
    channel = _KEYS(slug=request.channel)[0][0]
    statement = _statement(connection.vendor, _places(len(ids)))
    return {row[0] for row in fetched(connection, statement.sql, statement.values(channel, request.now, ids))}


def _places(number: int) -> int:
    """The next power of two: a handful of statements serve pages of every size."""
    return 1 << (number - 1).bit_length()


@dataclass(frozen=True, slots=True)
class _Statement:
    sql: str
    template: tuple[Any, ...]

    def values(self, channel: int, at: datetime, ids: Sequence[int]) -> list[Any]:
        """The template with these values; the last id is repeated where there are more places than ids."""
        left = iter(ids)
        moment = connection.ops.adapt_datetimefield_value(at)
        mark = connection.ops.adapt_datetimefield_value(_AT)
        values: dict[Any, Callable[[], Any]] = {
            _CHANNEL: lambda: channel,
            mark: lambda: moment,
            _ID: lambda: next(left, ids[-1]),
        }
        return [values[value]() if value in values else value for value in self.template]


@cache
def _statement(vendor: str, places: int) -> _Statement:
    """``published_in`` of so many products as this database is asked it, with marks where the values belong."""
    marks = range(_ID, _ID - places, -1)
    rows = Product.objects.published_in(Channel(pk=_CHANNEL), at=_AT).filter(pk__in=marks)
    sql, template = rows.order_by().values_list("pk", flat=True).query.sql_with_params()
    return _Statement(sql, tuple(_ID if value in marks else value for value in template))
