"""``Sheet``: where labels stand on a page; ``sheets.csv`` holds the sizes that are sold, in millimetres."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "sheets.csv"
Millimetres = Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    """Labels stand in the middle of the page, so its margins follow from their sizes and gaps."""

    code: str
    is_roll: bool
    """One label after the other: for label printers."""
    page: tuple[Millimetres, Millimetres]
    label: tuple[Millimetres, Millimetres]
    columns: int
    rows: int
    gap: tuple[Millimetres, Millimetres]

    @property
    def labels(self) -> int:
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[Millimetres, Millimetres]:
        """The upper left corner of a label, from that of the page; places count along the rows."""
        row, column = divmod(place, self.columns)
        across = self.columns * self.label[0] + (self.columns - 1) * self.gap[0]
        down = self.rows * self.label[1] + (self.rows - 1) * self.gap[1]
        left, top = (self.page[0] - across) / 2, (self.page[1] - down) / 2
        return left + column * (self.label[0] + self.gap[0]), top + row * (self.label[1] + self.gap[1])


class UnknownSheet(LookupError):
    """There are no such labels."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no sheet {code!r}")
        self.code = code


@cache
def sheets() -> Mapping[str, Sheet]:
    """By their codes, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _sheet(row) for row in csv.DictReader(file)}


def sheet_of(code: str) -> Sheet:
    """Raises `UnknownSheet`."""
    found = sheets().get(code)
    if found is None:
        raise UnknownSheet(code)
    return found


def _sheet(row: dict[str, str]) -> Sheet:
    def size(name: str) -> Decimal:
        return Decimal(row[name])

    return Sheet(
        code=row["code"],
        is_roll=row["kind"] == "ROLL",
        page=(size("page_width"), size("page_height")),
        label=(size("label_width"), size("label_height")),
        columns=int(row["columns"]),
        rows=int(row["rows"]),
        gap=(size("gap_x"), size("gap_y")),
    )
