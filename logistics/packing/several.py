"""``fill_several``: as many spaces as it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from logistics.packing.box import Box, Load, Space
from logistics.packing.fill import fill

MOST_SPACES = 500


def fill_several(spaces: Sequence[Space], boxes: Mapping[Box, int]) -> tuple[list[Load], dict[Box, int]]:
    """Loads in the order they were filled, and what fits into none of the spaces.

    1. The smallest space that takes all that is left ends it.
    2. Otherwise the largest is filled, and the rest goes on.
    3. Of the last one too the smallest that takes it is chosen.

    ``spaces`` are kinds, smallest first; there are as many of each as are needed.
    """
    loads: list[Load] = []
    left = {box: count for box, count in boxes.items() if count > 0}
    while left and len(loads) < MOST_SPACES:
        load, left_then = _one_for_all(spaces, left) or fill(spaces[-1], left)
        if not load.placed:
            break
        loads.append(load)
        left = left_then
    return loads, left


def _one_for_all(spaces: Sequence[Space], left: Mapping[Box, int]) -> tuple[Load, dict[Box, int]] | None:
    volume = sum(box.volume_mm3 * count for box, count in left.items())
    weight = sum(box.weight_g * count for box, count in left.items())
    for space in spaces:
        if volume <= space.volume_mm3 and weight <= space.payload_g:
            load, rest = fill(space, left)
            if not rest:
                return load, rest
    return None
