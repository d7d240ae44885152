"""``fill``: put boxes into one space, by blocks of like boxes and guillotine cuts.

1. The free spaces begin with the whole one. Take the one furthest back, lowest, leftmost.
2. Of all kinds of boxes left, turned in every way they may be, find the block (so many along, across and upwards) that
   fills most of it. Boxes that bear others come first; a block of boxes that bear none is one box high.
3. Put it into the corner, and cut what is left into three: in front of it, beside it and, if it bears, above it. Of the
   two ways to cut the floor the one with the largest piece wins.
4. A space into which nothing fits is given up. Go on until nothing is left or no space is.

Every box stands wholly on the floor or on the flat top of one block, so it is supported by construction; cuts never
overlap. A box is never put on one that weighs less than two thirds of it. The same boxes are always packed alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from logistics.packing.box import Box, Load, Placed, Space

HEAVIER = 3, 2
"""A box may weigh three halves of the one it stands on, and no more."""


@dataclass(frozen=True, slots=True)
class _Free:
    """A cuboid nothing is in, on a floor that bears boxes up to a weight."""

    x: int
    y: int
    z: int
    length: int
    width: int
    height: int
    bears_g: int | None

    @property
    def floor(self) -> int:
        return self.length * self.width

    def order(self) -> tuple[int, int, int]:
        return self.x, self.z, self.y


@dataclass(frozen=True, slots=True)
class _Block:
    """So many like boxes along, across and upwards."""

    box: Box
    size: tuple[int, int, int]
    counts: tuple[int, int, int]

    @property
    def number(self) -> int:
        return self.counts[0] * self.counts[1] * self.counts[2]

    @property
    def measures(self) -> tuple[int, int, int]:
        (length, width, height), (along, across, upwards) = self.size, self.counts
        return length * along, width * across, height * upwards


def fill(space: Space, boxes: Mapping[Box, int]) -> tuple[Load, dict[Box, int]]:
    """What stands in the space, and how many of each kind are left over."""
    left = {box: count for box, count in boxes.items() if count > 0}
    free = [_Free(0, 0, 0, space.length_mm, space.width_mm, space.height_mm, None)]
    placed: list[Placed] = []
    payload = space.payload_g
    kinds = sorted(left, key=_importance)
    while free and left:
        here = min(free, key=_Free.order)
        free.remove(here)
        block = _best(here, kinds, left, payload)
        if block is None:
            continue
        placed += _stand(here, block)
        payload -= block.number * block.box.weight_g
        left[block.box] -= block.number
        if not left[block.box]:
            del left[block.box]
            kinds.remove(block.box)
        free += _cut(here, block)
    return Load(space, tuple(placed)), left


def _importance(box: Box) -> tuple[bool, int, int, str, int]:
    """Those that bear first, then the large and heavy ones."""
    return not box.bears, -box.volume_mm3, -box.weight_g, box.name, box.line


def _best(here: _Free, kinds: list[Box], left: Mapping[Box, int], payload: int) -> _Block | None:
    best: _Block | None = None
    most = 0
    for box in kinds:
        if best is not None and best.box.bears and not box.bears:
            break
        if here.bears_g is not None and box.weight_g > here.bears_g:
            continue
        at_most = min(left[box], payload // box.weight_g if box.weight_g else left[box])
        if at_most * box.volume_mm3 <= most:
            continue
        for size in box.orientations():
            block = _block(here, box, size, at_most)
            if block is not None and block.number * box.volume_mm3 > most:
                best, most = block, block.number * box.volume_mm3
    return best


def _block(here: _Free, box: Box, size: tuple[int, int, int], at_most: int) -> _Block | None:
    """The largest block of whole layers or rows: across first, then upwards, then along."""
    fits = (here.length // size[0], here.width // size[1], here.height // size[2])
    if not (at_most and fits[0] and fits[1] and fits[2]):
        return None
    across = min(fits[1], at_most)
    upwards = min(fits[2], at_most // across) if box.bears else 1
    along = min(fits[0], at_most // (across * upwards))
    return _Block(box, size, (along, across, upwards))


def _stand(here: _Free, block: _Block) -> list[Placed]:
    (length, width, height), (along, across, upwards) = block.size, block.counts
    return [
        Placed(block.box, here.x + i * length, here.y + j * width, here.z + k * height, length, width, height)
        for i in range(along)
        for k in range(upwards)
        for j in range(across)
    ]


def _cut(here: _Free, block: _Block) -> list[_Free]:
    """What is left in front of the block, beside it and above it; slivers of no extent are none."""
    length, width, height = block.measures
    front, beside = here.length - length, here.width - width
    wide_front = max(front * here.width, length * beside)
    long_side = max(front * width, here.length * beside)
    if wide_front >= long_side:
        floors = [(length, 0, front, here.width), (0, width, length, beside)]
    else:
        floors = [(length, 0, front, width), (0, width, here.length, beside)]
    cuts = [
        _Free(here.x + x, here.y + y, here.z, along, across, here.height, here.bears_g)
        for x, y, along, across in floors
        if along and across
    ]
    if block.box.bears and here.height > height:
        bears_g = block.box.weight_g * HEAVIER[0] // HEAVIER[1]
        cuts.append(_Free(here.x, here.y, here.z + height, length, width, here.height - height, bears_g))
    return cuts
