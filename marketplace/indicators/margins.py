"""Sums over dimensions, of figures of which nobody is counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from marketplace.indicators.definition import ALL, Cell, Key


def with_total(parts: Iterable[Cell], contributors: tuple[int, ...] | None = None) -> list[Cell]:
    """A table of one dimension and its total. Without ``contributors`` those of the parts are added up: nobody is
    behind two of them."""
    known = sorted(parts, key=lambda cell: cell.key)
    if not known:
        return [Cell((ALL,), Decimal(0), ())]
    behind = contributors or tuple(sum(numbers) for numbers in zip(*(cell.contributors for cell in known), strict=True))
    return [*known, Cell((ALL,), sum((cell.value for cell in known), Decimal(0)), behind)]


def places_in_sums(key: Key) -> list[Key]:
    """A cell of two dimensions, and the three sums it is part of."""
    first, second = key
    return [key, (first, ALL), (ALL, second), (ALL, ALL)]


def summed(values: Mapping[Key, Decimal]) -> dict[Key, Decimal]:
    """A table of two dimensions with all of its sums."""
    found: dict[Key, Decimal] = {}
    for key, value in values.items():
        for each in places_in_sums(key):
            found[each] = found.get(each, Decimal(0)) + value
    return found
