"""The ranges that facets of numbers are counted in, the same for every engine."""

from collections.abc import Mapping, Sequence
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


PRICE_STEPS = tuple(step.scaleb(power) for power in range(-4, 14) for step in _STEPS)
"""1, 2, 5, 10, 20, 50 …"""


def priced_ranges(counts: Mapping[int, int]) -> list[tuple[Range, int]]:
    """Ranges with how many prices lie in each, from the number of prices between every two of `PRICE_STEPS`.

    ``counts`` is by how many steps a price has reached. At most five ranges; those without a price are left out.
    """
    reached = sorted(step for step, count in counts.items() if count)
    if not reached:
        return []
    bounds = _evenly(PRICE_STEPS[reached[0] : reached[-1]])
    return [
        (each, number)
        for each in ranges_between(bounds)
        if (number := sum(count for step, count in counts.items() if _lies(step, each)))
    ]


def _lies(step: int, within: Range) -> bool:
    low = PRICE_STEPS[step - 1] if step else None
    after_start = within.low is None or (low is not None and low >= within.low)
    return after_start and (within.high is None or low is None or low < within.high)


def round_bounds(low: Decimal, high: Decimal, most: int = 4) -> list[Decimal]:
    """Round figures (1, 2, 5, 10, 20, 50 …) strictly between the two, at most ``most`` of them, evenly picked."""
    return _evenly([figure for figure in PRICE_STEPS if low < figure < high], most)


def _evenly(between: Sequence[Decimal], most: int = 4) -> list[Decimal]:
    if len(between) <= most:
        return list(between)
    return [between[round(place * (len(between) - 1) / (most - 1))] for place in range(most)]
