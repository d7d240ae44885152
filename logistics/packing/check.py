"""``check``: whether a load is possible, found out without knowing how it was packed.

Nothing overlaps, nothing sticks out, the payload is kept, every box stands on the floor or with nearly all of its base
on boxes that may bear it and are heavy enough, turned only as it may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from logistics.packing.box import Load, Placed
from logistics.packing.fill import HEAVIER

LEAST_SUPPORT = 80
"""Per cent of the base of a box."""


def check(load: Load) -> list[str]:
    """What is wrong, in words for whoever tests; empty for a load that can be stowed."""
    return [
        *_outside(load),
        *_turned(load.placed),
        *_overlapping(load.placed),
        *_unsupported(load.placed),
        *_too_heavy(load),
    ]


def _outside(load: Load) -> Iterator[str]:
    limits = (load.space.length_mm, load.space.width_mm, load.space.height_mm)
    for number, each in enumerate(load.placed):
        if min(each.x, each.y, each.z) < 0 or any(far > limit for far, limit in zip(each.far, limits, strict=True)):
            yield f"box {number} sticks out"


def _turned(placed: Sequence[Placed]) -> Iterator[str]:
    for number, each in enumerate(placed):
        if (each.length_mm, each.width_mm, each.height_mm) not in set(each.box.orientations()):
            yield f"box {number} is turned as it may not be"


def _overlapping(placed: Sequence[Placed]) -> Iterator[str]:
    by_x = sorted(range(len(placed)), key=lambda number: placed[number].x)
    for at, one in enumerate(by_x):
        for other in by_x[at + 1 :]:
            if placed[other].x >= placed[one].far[0]:
                break
            if _meet(placed[one], placed[other], 1) and _meet(placed[one], placed[other], 2):
                yield f"boxes {min(one, other)} and {max(one, other)} overlap"


def _meet(one: Placed, other: Placed, axis: int) -> bool:
    starts = (one.x, one.y, one.z)[axis], (other.x, other.y, other.z)[axis]
    return max(starts) < min(one.far[axis], other.far[axis])


def _unsupported(placed: Sequence[Placed]) -> Iterator[str]:
    tops: dict[int, list[Placed]] = {}
    for each in placed:
        tops.setdefault(each.far[2], []).append(each)
    for number, each in enumerate(placed):
        if each.z == 0:
            continue
        below = [other for other in tops.get(each.z, ()) if _shared_base(each, other)]
        base = each.length_mm * each.width_mm
        if sum(_shared_base(each, other) for other in below) * 100 < base * LEAST_SUPPORT:
            yield f"box {number} hangs in the air"
        if any(not other.box.bears for other in below):
            yield f"box {number} stands on one that bears nothing"
        if any(each.box.weight_g * HEAVIER[1] > other.box.weight_g * HEAVIER[0] for other in below):
            yield f"box {number} crushes the one below"


def _shared_base(upper: Placed, lower: Placed) -> int:
    along = min(upper.far[0], lower.far[0]) - max(upper.x, lower.x)
    across = min(upper.far[1], lower.far[1]) - max(upper.y, lower.y)
    return max(along, 0) * max(across, 0)


def _too_heavy(load: Load) -> Iterator[str]:
    if load.weight_g > load.space.payload_g:
        yield f"{load.weight_g} g are more than the payload of {load.space.payload_g} g"
