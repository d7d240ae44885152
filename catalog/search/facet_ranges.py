"""The ranges that facets of numbers are counted in, the same for every engine."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from catalog.search.request import Range

_STEPS = (Decimal(1), Decimal(2), Decimal(5))


def ranges_between(bounds: Sequence[Decimal | int]) -> tuple[Range, ...]:
    """``[8, 15]`` -> below 8, from 8 to below 15, from 15 on."""
    ends = [None, *(Decimal(bound) for bound in bounds), None]
    return tuple(Range(low, high) for low, high in pairwise(ends))


LEAD_TIMES = ranges_between([8, 15, 31, 61])
"""Days: a week, a fortnight, a month, two months, longer."""
MOQS = ranges_between([2, 11, 51, 101, 501])
"""Pieces: 1, up to 10, 50, 100, 500, more."""
RATINGS = tuple(Range(Decimal(low), Decimal(low + 1) if low < 4 else None) for low in (4, 3, 2, 1))


def round_ranges(low: Decimal, high: Decimal) -> tuple[Range, ...]:
    """Ranges with round bounds that part everything from ``low`` to ``high``."""
    return ranges_between(round_bounds(low, high))


def round_bounds(low: Decimal, high: Decimal, most: int = 4) -> list[Decimal]:
    """Round figures (1, 2, 5, 10, 20, 50 …) strictly between the two, at most ``most`` of them, evenly picked."""
    figures = [step.scaleb(power) for power in range(-4, 14) for step in _STEPS]
    between = [figure for figure in figures if low < figure < high]
    if len(between) <= most:
        return between
    return [between[round(place * (len(between) - 1) / (most - 1))] for place in range(most)]
