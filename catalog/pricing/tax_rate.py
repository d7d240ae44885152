"""The seller's value added tax as dated data (data/vat.toml).

Sales within Vietnam carry the domestic rate. Exports are zero-rated, so net equals gross there; what the buyer's own
country takes at import is an estimate of its own (landed cost) and never part of a price.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "vat.toml"
EXPORT = "*"


@dataclass(frozen=True, slots=True)
class TaxRate:
    """``rate`` of 0.08 is 8 %."""

    country: str
    rate: Decimal
    effective_from: date
    effective_to: date | None
    legal_basis: str

    def holds_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


class NoTaxRate(LookupError):
    """No rate is known for the country on that day."""

    def __init__(self, country: str, on: date) -> None:
        super().__init__(f"no value added tax rate is known for {country} on {on}")
        self.country = country
        self.on = on


@cache
def rates() -> tuple[TaxRate, ...]:
    """Every rate of the file."""
    with DATA.open("rb") as file:
        rows = tomllib.load(file)["rate"]
    return tuple(
        TaxRate(r["country"], Decimal(r["rate"]), r["effective_from"], r.get("effective_to"), r["legal_basis"])
        for r in rows
    )


def tax_rate(*, country: str, on: date) -> TaxRate:
    """The rate of a sale from Vietnam delivered to ``country`` on a day; raises `NoTaxRate`."""
    wanted = country if country == "VN" else EXPORT
    for rate in rates():
        if rate.country == wanted and rate.holds_on(on):
            return rate
    raise NoTaxRate(country, on)
