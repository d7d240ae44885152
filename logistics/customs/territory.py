"""A customs territory with the rules of importing into it."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from logistics.customs.rules.parse import rules_of_row
from logistics.customs.rules.rule import Key, Rule, RuleKind

DATA = Path(__file__).parent / "data"
MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class Territory:
    """``value_step``, ``duty_step`` and ``tax_step``: amounts are cut down to multiples, in its own currency."""

    code: str
    countries: frozenset[str]
    currency: str
    value_includes_freight: bool
    value_step: Decimal | None = None
    duty_step: Decimal | None = None
    tax_step: Decimal | None = None
    insurance_assumed: Decimal | None = None
    """A share of goods and freight that customs add where no insurance is known."""
    other_rules_for: str = ""
    """Buyers (``consumer``) whose parcels mostly follow rules that are not on record."""
    rules: tuple[Rule, ...] = ()
    _days: dict[tuple[RuleKind, date], dict[str, list[Rule]]] = field(default_factory=dict, compare=False, repr=False)

    def in_force(self, kind: RuleKind, on: date) -> Iterable[Rule]:
        """What holds on the day: of rules with one key the latest edition's, unless that ended them."""
        return (rule for rules in self._index(kind, on).values() for rule in rules)

    def duty_rate(self, *, hs: str, origin: str, preference: str, on: date) -> Rule | None:
        """The duty of the longest heading on record for this code; with a preference only that agreement's."""
        index = self._index(RuleKind.DUTY, on)
        for length in range(len(hs), 1, -1):
            for rule in index.get(hs[:length], ()):
                if rule.agreement == preference and rule.origin in ("", origin):
                    return rule
        return None

    def finer_rates(self, *, hs: str, origin: str, on: date) -> list[Decimal]:
        """Ordinary percentages on record for longer codes that begin with this one, rising."""
        finer = (
            rule.rate
            for rule in self.in_force(RuleKind.DUTY, on)
            if rule.hs.startswith(hs) and rule.hs != hs and rule.origin in ("", origin) and not rule.agreement
        )
        return sorted({rate for rate in finer if rate is not None})

    def agreements(self, *, hs: str, origin: str, on: date) -> list[str]:
        """Agreements with a rate for this code, by name."""
        index = self._index(RuleKind.DUTY, on)
        found = (rule for length in range(len(hs), 1, -1) for rule in index.get(hs[:length], ()))
        return sorted({rule.agreement for rule in found if rule.agreement and rule.origin in ("", origin)})

    def low_value(self, on: date) -> Rule | None:
        return next(iter(self.in_force(RuleKind.LOW_VALUE, on)), None)

    def taxes(self, country: str, hs: str, on: date) -> list[Rule]:
        """What is levied on these goods, a row for each name; those on other taxes last."""
        found: dict[str, list[Rule]] = {}
        for rule in self.in_force(RuleKind.TAX, on):
            if rule.country == country and hs.startswith(rule.hs):
                found.setdefault(rule.name, []).append(rule)
        longest = [max(rules, key=lambda rule: len(rule.hs)) for rules in found.values()]
        return sorted(longest, key=lambda rule: (bool(rule.on_tax), rule.name))

    def tax(self, country: str, on: date) -> Rule | None:
        """The standard rate of the first tax."""
        return next(iter(self.taxes(country, "", on)), None)

    def _index(self, kind: RuleKind, on: date) -> dict[str, list[Rule]]:
        """By heading; kept for the days last asked for."""
        known = self._days.get((kind, on))
        if known is None:
            if len(self._days) >= MOST_DAYS:
                self._days.clear()
            known = self._days[kind, on] = self._on_day(kind, on)
        return known

    def _on_day(self, kind: RuleKind, on: date) -> dict[str, list[Rule]]:
        latest: dict[Key, Rule] = {}
        for rule in self.rules:
            if rule.kind == kind and rule.since.holds_on(on):
                before = latest.get(rule.key)
                if before is None or before.edition <= rule.edition:
                    latest[rule.key] = rule
        index: dict[str, list[Rule]] = {}
        for rule in latest.values():
            if not rule.ended:
                index.setdefault(rule.hs, []).append(rule)
        return index


@cache
def territories() -> tuple[Territory, ...]:
    """Every territory as shipped, without the operator's editions."""
    heads = [tomllib.loads(path.read_text(encoding="utf-8"))["territory"] for path in sorted(DATA.glob("*.toml"))]
    codes = [head["code"] for head in heads]
    return tuple(_territory(head, _rules(DATA / f"{head['code'].lower()}.csv", codes)) for head in heads)


def territory_of(country: str) -> Territory | None:
    """The territory a country belongs to, as shipped; ``None`` when its rules are not on record."""
    return next((territory for territory in territories() if country in territory.countries), None)


def _rules(path: Path, codes: Sequence[str]) -> tuple[Rule, ...]:
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(rule for row in csv.DictReader(file) for rule in rules_of_row(row, codes))


def _territory(head: dict[str, Any], rules: tuple[Rule, ...]) -> Territory:
    def number(name: str) -> Decimal | None:
        return Decimal(head[name]) if name in head else None

    assumed = number("insurance_assumed")
    return Territory(
        code=head["code"],
        countries=frozenset(head["countries"]),
        currency=head["currency"],
        value_includes_freight=head["value_includes_freight"],
        value_step=number("value_step"),
        duty_step=number("duty_step"),
        tax_step=number("tax_step"),
        insurance_assumed=None if assumed is None else assumed / 100,
        other_rules_for=head.get("other_rules_for", ""),
        rules=rules,
    )
