"""``plan_route``: in which order to visit exhibitors, so that one walks little.

1. Hall by hall, in the order of the halls.
2. In a hall one enters in the middle of the lower edge and goes along aisles: distances are counted along both
   directions of the plan, not across booths.
3. From the entrance always to the nearest booth that is left, then two stretches are turned round as long as that
   makes the way shorter (2-opt).
4. Whoever has no booth yet comes last, by name.

Booths at (0, 0), (20, 0) and (10, 0) of a hall 20 m wide, entered at (10, 30): first (10, 0), which is nearest.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth, Hall

_Point = tuple[float, float]
_MOST_SWEEPS = 8
_LONGEST_STRETCH = 40


@dataclass(frozen=True, slots=True)
class Stop:
    """One exhibitor on the way; ``hall`` and ``booth`` are none for one who has no booth yet."""

    number: int
    exhibitor: Exhibitor
    hall: Hall | None
    booth: Booth | None


def plan_route(exhibitors: Iterable[Exhibitor], booths: Iterable[Booth]) -> list[Stop]:
    """Each exhibitor once, at the first of its booths in the first of its halls. Booths come with their halls."""
    by_exhibitor: dict[int, Booth] = {}
    for booth in sorted(booths, key=lambda each: (each.hall_id, each.code, each.pk)):
        if booth.exhibitor_id is not None:
            by_exhibitor.setdefault(booth.exhibitor_id, booth)
    in_hall: dict[int, list[Exhibitor]] = defaultdict(list)
    nowhere: list[Exhibitor] = []
    for each in exhibitors:
        (in_hall[by_exhibitor[each.pk].hall_id] if each.pk in by_exhibitor else nowhere).append(each)
    order = [each for hall_id in sorted(in_hall) for each in _through(in_hall[hall_id], by_exhibitor)]
    order += sorted(nowhere, key=lambda each: (each.name, each.pk))
    return [
        Stop(number, each, booth.hall if booth else None, booth)
        for number, each in enumerate(order, start=1)
        for booth in [by_exhibitor.get(each.pk)]
    ]


def _through(exhibitors: Sequence[Exhibitor], booths: dict[int, Booth]) -> list[Exhibitor]:
    hall = booths[exhibitors[0].pk].hall
    points = {each.pk: _middle(booths[each.pk]) for each in exhibitors}
    entrance = (float(hall.width) / 2, float(hall.depth))
    by_key = {each.pk: each for each in exhibitors}
    return [by_key[key] for key in shortened(entrance, nearest_first(entrance, points), points)]


def _middle(booth: Booth) -> _Point:
    return float(booth.x) + float(booth.width) / 2, float(booth.y) + float(booth.depth) / 2


def nearest_first(start: _Point, points: dict[int, _Point]) -> list[int]:
    """The keys, each the nearest to the one before."""
    left, order, here = dict(points), list[int](), start
    while left:
        key = min(left, key=lambda each: (_distance(here, left[each]), each))
        order.append(key)
        here = left.pop(key)
    return order


def shortened(start: _Point, order: list[int], points: dict[int, _Point]) -> list[int]:
    """The order with stretches turned round where that saves at least a decimetre; the way ends anywhere."""
    way = [start, *(points[key] for key in order)]
    keys = [0, *order]
    for _sweep in range(_MOST_SWEEPS):
        turns = 0
        for first in range(1, len(way)):
            for last in range(first + 1, min(len(way), first + _LONGEST_STRETCH)):
                if _saved(way, first, last) > 0.1:
                    way[first : last + 1] = way[first : last + 1][::-1]
                    keys[first : last + 1] = keys[first : last + 1][::-1]
                    turns += 1
        if not turns:
            break
    return keys[1:]


def _saved(way: list[_Point], first: int, last: int) -> float:
    """What turning round the stretch from ``first`` to ``last`` saves, in metres."""
    saved = _distance(way[first - 1], way[first]) - _distance(way[first - 1], way[last])
    if last + 1 < len(way):
        saved += _distance(way[last], way[last + 1]) - _distance(way[first], way[last + 1])
    return saved


def _distance(one: _Point, other: _Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
