"""Fuel surcharges as dated data: a percentage by month, told by ``months.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "months.toml"


@dataclass(frozen=True, slots=True)
class Surcharge:
    """What is added to the freight in a month."""

    kind: str
    month: date
    """Its first day."""
    percent: Decimal


class NoSurcharge(LookupError):
    """No percentage of this kind is on record for the day, nor for any month before it."""

    def __init__(self, kind: str, day: date) -> None:
        super().__init__(f"no {kind!r} surcharge on {day}")
        self.kind = kind
        self.day = day


@cache
def surcharges() -> dict[str, tuple[Surcharge, ...]]:
    """By kind, oldest first."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        kind: tuple(
            Surcharge(kind, date.fromisoformat(f"{month}-01"), Decimal(percent))
            for month, percent in sorted(months.items())
        )
        for kind, months in data.items()
    }


def surcharge_on(kind: str, day: date) -> Surcharge:
    """Of the day's month, or of the last month before it that is on record. Raises ``NoSurcharge``."""
    known = [each for each in surcharges().get(kind, ()) if each.month <= day]
    if not known:
        raise NoSurcharge(kind, day)
    return known[-1]
