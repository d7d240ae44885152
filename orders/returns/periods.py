"""How long something may be asked for, as dated data with its legal basis (``periods.toml``)."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "periods.toml"


class PeriodKind(StrEnum):
    WITHDRAWAL = "WITHDRAWAL"
    FAULT = "FAULT"
    GOODWILL = "GOODWILL"
    SELLER_DECIDES = "SELLER_DECIDES"
    SEND_BACK = "SEND_BACK"
    NOT_SENT = "NOT_SENT"
    DISPUTE = "DISPUTE"
    ANSWER = "ANSWER"


class CountedFrom(StrEnum):
    DELIVERY = "DELIVERY"
    ORDER = "ORDER"
    NOW = "NOW"


@dataclass(frozen=True, slots=True)
class Period:
    kind: PeriodKind
    countries: frozenset[str]
    days: int
    counted_from: CountedFrom
    consumers_only: bool
    refunds_shipping: bool
    effective_from: date
    legal_basis: str
    effective_to: date | None = None

    @property
    def length(self) -> timedelta:
        return timedelta(days=self.days)

    def in_force(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


def period_for(kind: PeriodKind, *, country: str, on: date, is_consumer: bool = True) -> Period | None:
    """The row that names the country, else the one for everywhere; of several the newest in force on that day."""
    rows = [
        row
        for row in _periods()
        if row.kind == kind
        and row.in_force(on)
        and (is_consumer or not row.consumers_only)
        and (not row.countries or country in row.countries)
    ]
    return max(rows, key=lambda row: (bool(row.countries), row.effective_from), default=None)


def deadline(kind: PeriodKind, *, now: datetime) -> datetime:
    """The end of a step that everybody has equally long for."""
    period = period_for(kind, country="", on=now.date())
    if period is None:
        raise LookupError(f"no period of {kind} is in force on {now:%Y-%m-%d}")
    return now + period.length


@cache
def _periods() -> tuple[Period, ...]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["period"]
    return tuple(
        Period(
            **{
                **row,
                "kind": PeriodKind(row["kind"]),
                "countries": frozenset(row["countries"]),
                "counted_from": CountedFrom(row["counted_from"]),
            }
        )
        for row in rows
    )
