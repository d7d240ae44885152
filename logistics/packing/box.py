"""What is packed, and what it is packed into. Lengths are whole millimetres, weights whole grams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A kind of package: as many of them as wanted are alike."""

    name: str
    length_mm: int
    width_mm: int
    height_mm: int
    weight_g: int
    line: int = 0
    """Number of the line of goods it belongs to, from 0: what the picture colours by."""
    is_fragile: bool = False
    """Nothing is put on it."""
    may_be_stacked_on: bool = True
    """Others may stand on it; a fragile box never bears any."""
    may_tip: bool = False
    """It may lie on any side; otherwise it is only turned about its upright axis."""

    @property
    def volume_mm3(self) -> int:
        return self.length_mm * self.width_mm * self.height_mm

    @property
    def bears(self) -> bool:
        return self.may_be_stacked_on and not self.is_fragile

    def orientations(self) -> Iterator[tuple[int, int, int]]:
        """Each way it may stand, once: length, width, height."""
        length, width, height = self.length_mm, self.width_mm, self.height_mm
        ways = [(length, width, height), (width, length, height)]
        if self.may_tip:
            ways += [(length, height, width), (height, length, width), (width, height, length), (height, width, length)]
        yield from dict.fromkeys(ways)


@dataclass(frozen=True, slots=True)
class Space:
    """The inside of a carton or container, or what may stand on a pallet."""

    code: str
    length_mm: int
    width_mm: int
    height_mm: int
    payload_g: int

    @property
    def volume_mm3(self) -> int:
        return self.length_mm * self.width_mm * self.height_mm


@dataclass(frozen=True, slots=True)
class Placed:
    """A box where it stands: its corner nearest to the origin, and its measures along the axes."""

    box: Box
    x: int
    y: int
    z: int
    length_mm: int
    width_mm: int
    height_mm: int

    @property
    def far(self) -> tuple[int, int, int]:
        """The opposite corner."""
        return self.x + self.length_mm, self.y + self.width_mm, self.z + self.height_mm


@dataclass(frozen=True, slots=True)
class Load:
    """One space with what stands in it."""

    space: Space
    placed: tuple[Placed, ...]

    @property
    def weight_g(self) -> int:
        return sum(each.box.weight_g for each in self.placed)

    @property
    def volume_mm3(self) -> int:
        return sum(each.box.volume_mm3 for each in self.placed)

    @property
    def height_mm(self) -> int:
        return max((each.far[2] for each in self.placed), default=0)
