"""By when a tax invoice has to be issued: the rule of the day, as dated data (``due.toml``).

1. A domestic sale: when the goods are handed over.
2. An export: after the day that customs released the goods, which the seller says. Until then nothing is known; goods
   that arrived abroad were released before, so at the latest their arrival is taken for it.
3. What adjusts another: after the day of the refund.

Example: customs released a container on Friday 20 November 2026, so its invoice is due on Monday the 23rd.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from orders.invoicing.working_days import add_working_days

_TABLE = Path(__file__).parent / "due.toml"


class Supply(StrEnum):
    EXPORT = "EXPORT"
    DOMESTIC = "DOMESTIC"
    ADJUSTMENT = "ADJUSTMENT"


@dataclass(frozen=True, slots=True)
class DueRule:
    supply: Supply
    working_days: int
    effective_from: date
    checked: bool
    """Somebody compared it with the official text."""
    legal_basis: str
    effective_to: date | None = None

    def in_force(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Due:
    on: date
    legal_basis: str
    checked: bool


def due_after(supply: Supply, happened: date) -> Due | None:
    """Nothing before there was a rule."""
    found = [rule for rule in rules() if rule.supply == supply and rule.in_force(happened)]
    if not found:
        return None
    rule = max(found, key=lambda each: each.effective_from)
    return Due(add_working_days(happened, rule.working_days), rule.legal_basis, rule.checked)


@cache
def rules() -> tuple[DueRule, ...]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["rule"]
    return tuple(DueRule(**{**row, "supply": Supply(row["supply"])}) for row in rows)
