"""How long a list is, at a price that doesn't grow with it."""

from hashlib import sha256
from typing import Any, cast

from django.core.cache import cache
from django.db.models import QuerySet

MANY = 1000
"""Up to so many rows are counted anew at each request."""
KEPT = 60
"""Seconds for which the number of a longer list stays as it was counted."""


def counted(rows: QuerySet[Any], *, key: str) -> int:
    """The number of ``rows``: exact up to `MANY`, and up to `KEPT` seconds old beyond.

    Counting a million rows takes longer than reading a page of them, and a person sees no difference between 12,345 and
    12,346. ``key`` names the list, the moment and the reader left out: it must be the same list for whoever asks.
    """
    few = rows.order_by()[: MANY + 1].count()
    if few <= MANY:
        return few
    return cast("int", cache.get_or_set(f"counted:{hashed(key)}", rows.order_by().count, KEPT))


def hashed(key: str) -> str:
    """A key that every cache takes, however long the list's description is."""
    return sha256(key.encode()).hexdigest()
