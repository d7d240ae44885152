"""``carton``: pieces become packages.

1. Goods the seller packs several of in a carton: full cartons, and one with the rest that weighs accordingly.
2. Other goods go into the carton sizes that are given, mixed, the smallest that takes them.
3. What fits into none travels in its own package, as it was measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from logistics.packing.box import Box, Load, Space
from logistics.packing.goods import GoodsLine, MasterCarton, Unmeasured
from logistics.packing.several import fill_several

CARTON_PAYLOAD_G = 25_000
"""What one person may lift."""


@dataclass(frozen=True, slots=True)
class CartonSize:
    """A carton of the seller's, measured inside; the board adds ``wall_mm`` on every side."""

    name: str
    length_mm: int
    width_mm: int
    height_mm: int
    payload_g: int = CARTON_PAYLOAD_G
    tare_g: int = 500
    wall_mm: int = 5

    @property
    def space(self) -> Space:
        return Space(self.name, self.length_mm, self.width_mm, self.height_mm, self.payload_g)


@dataclass(frozen=True, slots=True)
class Cartoned:
    """Packages by kind with how many there are, and the mixed cartons with what is in them."""

    packages: Counter[Box]
    mixed: tuple[Load, ...]


def carton(lines: Sequence[GoodsLine], sizes: Sequence[CartonSize] = ()) -> Cartoned:
    """Raises ``Unmeasured`` for a line without measures."""
    packages: Counter[Box] = Counter()
    loose: Counter[Box] = Counter()
    for number, line in enumerate(lines):
        if line.carton is not None:
            packages.update(_full_and_rest(line, line.carton, number))
        elif line.is_measured:
            loose[line.box(number)] += line.quantity
        else:
            raise Unmeasured(number, line.name)
    ordered = sorted(sizes, key=lambda size: (size.space.volume_mm3, size.name))
    loads, left = fill_several([size.space for size in ordered], loose) if ordered else ([], dict(loose))
    packages.update(left)
    by_name = {size.name: size for size in ordered}
    packages.update(_package(by_name[load.space.code], load) for load in loads)
    return Cartoned(packages, tuple(loads))


def _full_and_rest(line: GoodsLine, master: MasterCarton, number: int) -> Counter[Box]:
    full, rest = divmod(line.quantity, master.units)
    box = replace(
        line.box(number),
        length_mm=master.length_mm,
        width_mm=master.width_mm,
        height_mm=master.height_mm,
        weight_g=master.gross_weight_g,
        may_tip=False,
    )
    found: Counter[Box] = Counter()
    if full:
        found[box] += full
    if rest:
        found[replace(box, weight_g=_weight_of_rest(line, master, rest))] += 1
    return found


def _weight_of_rest(line: GoodsLine, master: MasterCarton, rest: int) -> int:
    """The empty carton and the pieces in it; the carton's weight is what a full one weighs more than its pieces."""
    pieces = line.weight_g * master.units
    if line.weight_g and pieces <= master.gross_weight_g:
        return master.gross_weight_g - pieces + line.weight_g * rest
    return max(master.gross_weight_g * rest // master.units, 1)


def _package(size: CartonSize, load: Load) -> Box:
    """A mixed carton, closed; it is fragile when something in it is, and of the colour of its first line."""
    return Box(
        name=size.name,
        length_mm=size.length_mm + 2 * size.wall_mm,
        width_mm=size.width_mm + 2 * size.wall_mm,
        height_mm=size.height_mm + 2 * size.wall_mm,
        weight_g=size.tare_g + load.weight_g,
        line=load.placed[0].box.line,
        is_fragile=any(each.box.is_fragile for each in load.placed),
        may_be_stacked_on=not any(not each.box.may_be_stacked_on for each in load.placed),
    )
