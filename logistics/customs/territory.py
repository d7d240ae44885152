"""Customs territories and their rules, read from ``data/*.toml``: one file per territory, found by looking."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from i18n.money import Money
from logistics.customs.dated import Provenance, provenance

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class DutyRate:
    """``rate`` is a share of the customs value: 0.056 for 5.6 %."""

    hs: str
    """The digits that the code begins with."""
    rate: Decimal
    origin: str
    """Empty: of any origin."""
    preference: str
    """Trade agreement whose proof of origin it takes; empty: none."""
    since: Provenance


@dataclass(frozen=True, slots=True)
class LowValue:
    """What happens to small consignments. ``amount`` is per distinct six-digit heading."""

    kind: str
    """``relief``: no duty; ``flat_per_heading``: ``amount`` instead of the duty."""
    threshold: Money
    amount: Money | None
    consumer_only: bool
    frees_tax: bool
    of_customs_value: bool
    except_hs: tuple[str, ...]
    since: Provenance


@dataclass(frozen=True, slots=True)
class ImportTax:
    country: str
    rate: Decimal
    name: str
    maybe_reduced: tuple[str, ...]
    """Chapters for which a lower rate may exist that is not on record."""
    since: Provenance


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that is levied and whose amount is not on record."""

    kind: str
    what: str
    """Key of `logistics.customs.wording.UNKNOWNS`."""
    origin: str
    hs: tuple[str, ...]
    """Only for these headings; empty: for all."""
    above: Decimal | None
    """Only above this customs value, in the territory's currency."""
    since: Provenance


@dataclass(frozen=True, slots=True)
class Territory:
    code: str
    countries: frozenset[str]
    currency: str
    value_includes_freight: bool
    duties: tuple[DutyRate, ...]
    low_values: tuple[LowValue, ...]
    taxes: tuple[ImportTax, ...]
    unknowns: tuple[Unknown, ...]

    def duty_rate(self, *, hs: str, origin: str, preference: str, on: date) -> DutyRate | None:
        """The rate of the longest heading on record for this code; with a preference only that agreement's."""
        fitting = [
            row
            for row in self.duties
            if hs.startswith(row.hs)
            and row.origin in ("", origin)
            and row.preference == preference
            and row.since.holds_on(on)
        ]
        return max(fitting, key=lambda row: len(row.hs), default=None)

    def finer_rates(self, *, hs: str, origin: str, on: date) -> list[Decimal]:
        """Ordinary rates on record for longer codes that begin with this one, rising."""
        return sorted(
            {
                row.rate
                for row in self.duties
                if row.hs.startswith(hs)
                and row.hs != hs
                and row.origin in ("", origin)
                and not row.preference
                and row.since.holds_on(on)
            }
        )

    def low_value(self, on: date) -> LowValue | None:
        return next((row for row in self.low_values if row.since.holds_on(on)), None)

    def tax(self, country: str, on: date) -> ImportTax | None:
        return next((row for row in self.taxes if row.country == country and row.since.holds_on(on)), None)


@cache
def territories() -> tuple[Territory, ...]:
    """Every territory on record."""
    return tuple(_territory(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(DATA.glob("*.toml")))


def territory_of(country: str) -> Territory | None:
    """The territory a country belongs to; ``None`` when its rules are not on record."""
    return next((territory for territory in territories() if country in territory.countries), None)


def _territory(data: dict[str, Any]) -> Territory:
    head = data["territory"]
    return Territory(
        code=head["code"],
        countries=frozenset(head["countries"]),
        currency=head["currency"],
        value_includes_freight=head["value_includes_freight"],
        duties=tuple(_duty(row) for row in data.get("duty", ())),
        low_values=tuple(_low_value(row) for row in data.get("low_value", ())),
        taxes=tuple(_tax(row) for row in data.get("tax", ())),
        unknowns=tuple(_unknown(row) for row in data.get("unknown", ())),
    )


def _percent(text: str) -> Decimal:
    return Decimal(text) / 100


def _duty(row: dict[str, Any]) -> DutyRate:
    return DutyRate(row["hs"], _percent(row["rate"]), row.get("origin", ""), row.get("preference", ""), provenance(row))


def _low_value(row: dict[str, Any]) -> LowValue:
    amount = row.get("amount")
    return LowValue(
        kind=row["kind"],
        threshold=Money(Decimal(row["threshold"]), row["currency"]),
        amount=Money(Decimal(amount), row["currency"]) if amount else None,
        consumer_only=row["consumer_only"],
        frees_tax=row["frees_tax"],
        of_customs_value=row.get("of_customs_value", False),
        except_hs=tuple(row.get("except_hs", ())),
        since=provenance(row),
    )


def _tax(row: dict[str, Any]) -> ImportTax:
    reduced = tuple(row.get("maybe_reduced", ()))
    return ImportTax(row["country"], _percent(row["rate"]), row["name"], reduced, provenance(row))


def _unknown(row: dict[str, Any]) -> Unknown:
    above = row.get("above")
    return Unknown(
        kind=row["kind"],
        what=row["what"],
        origin=row.get("origin", ""),
        hs=tuple(row.get("hs", ())),
        above=Decimal(above) if above else None,
        since=provenance(row),
    )
