"""How wide a module may be: the X-dimensions of GS1 for each symbol, in millimetres.

``module_sizes.csv`` holds those of the General Specifications for what is sold to people (symbol specification table 1
and its addendum for two-dimensional symbols) and, for GS1-128, for logistics (table 5), with the least height of bars.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from functools import cache
from pathlib import Path

from catalog.traceability.symbols.symbol import Symbol

TABLE = Path(__file__).parent / "module_sizes.csv"


@dataclass(frozen=True, slots=True)
class ModuleSize:
    least: Decimal
    wanted: Decimal
    most: Decimal


class SymbolTooLarge(ValueError):
    """Even with the smallest modules that GS1 allows it does not fit; sizes in millimetres."""

    def __init__(self, *, needed: tuple[Decimal, Decimal], room: tuple[Decimal, Decimal]) -> None:
        super().__init__(f"the symbol needs {needed[0]} x {needed[1]} mm and has {room[0]} x {room[1]} mm")
        self.needed = needed
        self.room = room


@cache
def module_sizes() -> dict[str, ModuleSize]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            row["symbol"]: ModuleSize(Decimal(row["least"]), Decimal(row["wanted"]), Decimal(row["most"]))
            for row in csv.DictReader(file)
        }


def module_for(symbol: Symbol, kind: str, *, room: tuple[Decimal, Decimal], dot: Decimal) -> int:
    """So many dots of the printer to a module, as near to the wanted size as the room (in millimetres) allows.

    Whole dots, since a module of three dots here and four there is what makes symbols unreadable. Raises
    `SymbolTooLarge`.
    """
    size = module_sizes()[kind]
    width, height = Decimal(symbol.whole_width), Decimal(str(symbol.whole_height))
    fitting = min(room[0] / width, room[1] / height, size.most)
    dots = int((min(fitting, max(size.wanted, dot)) / dot).to_integral_value(ROUND_DOWN))
    if dots * dot < size.least:
        dots = int((fitting / dot).to_integral_value(ROUND_DOWN))
    if dots * dot < size.least or not dots:
        least = (size.least / dot).to_integral_value(ROUND_UP) * dot
        raise SymbolTooLarge(
            needed=(round(width * least, 1), round(height * least, 1)), room=(round(room[0], 1), round(room[1], 1))
        )
    return dots
