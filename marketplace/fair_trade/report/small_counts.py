"""Small counts of people are not told, nor can they be worked out from what is told.

1. Countries with fewer than five registered visitors are put together; if these are fewer than five as well, the
   smallest country that is left joins them, and so on.
2. A count from 1 to 4 becomes "fewer than 5". Nobody at all is told as 0.
3. Where a column's sum is told and a single count of it is hidden, that one could be worked out: the next smallest
   count is hidden too, and where there is none, the sum.

For example 3 + 40 + 60 of 103 becomes "fewer than 5", "fewer than 5", 60 of 103.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.expo.door.figures import CountryCount
from marketplace.fair_trade.report.figure import FEW, LEAST, Few

Count = int | Few


@dataclass(frozen=True, slots=True)
class Hidden:
    """A column as it is told."""

    counts: tuple[Count, ...]
    total: Count


def hide_small(counts: Sequence[int], *, total: int | None = None) -> Hidden:
    """Steps 2 and 3 for the counts of a column; ``total`` is their sum unless it is said."""
    whole = sum(counts) if total is None else total
    hidden = {place for place, count in enumerate(counts) if 0 < count < LEAST}
    if len(hidden) == 1:
        others = [place for place, count in enumerate(counts) if count >= LEAST]
        hidden |= {min(others, key=lambda place: counts[place])} if others else set()
    told: list[Count] = [FEW if place in hidden else count for place, count in enumerate(counts)]
    return Hidden(tuple(told), FEW if 0 < whole < LEAST or len(hidden) == 1 else whole)


def hide_small_one_by_one(counts: Sequence[int]) -> list[Count]:
    """Step 2 alone, where no sum is told: on several days the same people may have come."""
    return [FEW if 0 < count < LEAST else count for count in counts]


def group_small(countries: Sequence[CountryCount]) -> tuple[list[CountryCount], CountryCount | None]:
    """Step 1: the countries that are told by name, and all others together."""
    named = sorted((one for one in countries if one.registered >= LEAST), key=lambda one: -one.registered)
    rest = [one for one in countries if one.registered < LEAST]
    while rest and named and sum(one.registered for one in rest) < LEAST:
        rest.append(named.pop())
    if not rest:
        return named, None
    return named, CountryCount("", sum(one.registered for one in rest), sum(one.came for one in rest))
