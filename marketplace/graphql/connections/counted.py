"""How long a list is, at a price that doesn't grow with it."""

from hashlib import sha256
from typing import Any, cast

from django.core.cache import cache
from django.db.models import QuerySet

MANY = 1000
"""Up to so many rows are counted anew at each request."""
FAR = 3
"""Of a list with so many times as many it isn't looked at again whether it is still a long one: that alone takes longer
than reading a page of it."""
KEPT = 60
"""Seconds for which the number of a longer list stays as it was counted."""


def counted(rows: QuerySet[Any], *, key: str) -> int:
    """The number of ``rows``: exact up to `MANY`, and up to `KEPT` seconds old beyond.

    That of a list `FAR` longer may be as old even when most of its rows are gone meanwhile.

    Counting a million rows takes longer than reading a page of them, and a person sees no difference between 12,345 and
    12,346. ``key`` names the list, the moment and the reader left out: it must be the same list for whoever asks.
    """
    kept_as = f"counted:{hashed(key)}"
    kept = cast("int | None", cache.get(kept_as))
    if kept is not None and kept > FAR * MANY:
        return kept
    few = rows.order_by()[: MANY + 1].count()
    if few <= MANY:
        return few
    if kept is None:
        kept = rows.order_by().count()
        cache.set(kept_as, kept, KEPT)
    return kept


def hashed(key: str) -> str:
    """A key that every cache takes, however long the list's description is."""
    return sha256(key.encode()).hexdigest()
