"""Lines of goods as they are to be packed."""

from __future__ import annotations

from dataclasses import dataclass

from logistics.packing.box import Box


class Unmeasured(ValueError):
    """A line cannot be packed: length, width, height or weight are not known."""

    def __init__(self, line: int, name: str) -> None:
        super().__init__(f"line {line} ({name}) has no measures")
        self.line = line
        self.name = name


@dataclass(frozen=True, slots=True)
class MasterCarton:
    """So many pieces in a carton, measured outside, weighed full."""

    units: int
    length_mm: int
    width_mm: int
    height_mm: int
    gross_weight_g: int


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One piece as it is packed by itself, how many of it, and the carton the seller packs several in."""

    name: str
    quantity: int
    length_mm: int
    width_mm: int
    height_mm: int
    weight_g: int
    carton: MasterCarton | None = None
    is_fragile: bool = False
    may_be_stacked_on: bool = True
    may_tip: bool = False

    @property
    def is_measured(self) -> bool:
        return min(self.length_mm, self.width_mm, self.height_mm, self.weight_g) > 0

    def box(self, line: int) -> Box:
        """One piece in its own package."""
        return Box(
            name=self.name,
            length_mm=self.length_mm,
            width_mm=self.width_mm,
            height_mm=self.height_mm,
            weight_g=self.weight_g,
            line=line,
            is_fragile=self.is_fragile,
            may_be_stacked_on=self.may_be_stacked_on,
            may_tip=self.may_tip,
        )
