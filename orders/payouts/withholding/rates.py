"""The rates of withholding, as dated data with their legal basis (``rates.toml``)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "rates.toml"


@dataclass(frozen=True, slots=True)
class WithholdingRate:
    vat_percent: Decimal
    pit_resident_percent: Decimal
    pit_non_resident_percent: Decimal
    effective_from: date
    checked: bool
    """Somebody compared the percentages with the official text."""
    legal_basis: str
    effective_to: date | None = None

    def in_force(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


def rate_on(day: date) -> WithholdingRate | None:
    """Nothing before there was a duty."""
    return max((row for row in rates() if row.in_force(day)), key=lambda row: row.effective_from, default=None)


@cache
def rates() -> tuple[WithholdingRate, ...]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["rate"]
    percents = ("vat_percent", "pit_resident_percent", "pit_non_resident_percent")
    return tuple(WithholdingRate(**{**row, **{name: Decimal(row[name]) for name in percents}}) for row in rows)
