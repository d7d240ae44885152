"""All territories as they stand: the shipped files, and over them the editions that the operator has applied."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from logistics.customs.rules.parse import rules_of_row
from logistics.customs.rules.rule import Rule, RuleKind
from logistics.customs.territory import Territory, territories

if TYPE_CHECKING:
    from logistics.customs.rules.edition import CustomsEdition


@dataclass(frozen=True, slots=True)
class Rulebook:
    """``edition`` is the last one in it, 0 for the shipped files alone. With a day it tells what estimates rest on."""

    territories: tuple[Territory, ...]
    edition: int = 0

    def territory_of(self, country: str) -> Territory | None:
        return next((territory for territory in self.territories if country in territory.countries), None)


def shipped_rules() -> Rulebook:
    """Without the operator's editions."""
    return Rulebook(territories())


def rulebook(*, known_at: datetime | None = None) -> Rulebook:
    """What is known now, or was known at a moment: the same moment and day give the same answer for ever.

    Editions are added and never changed; one statement when none was added since the last call.
    """
    from logistics.customs.rules.edition import CustomsEdition

    editions = CustomsEdition.objects.applied().order_by("-applied_at", "-pk")
    if known_at is not None:
        editions = editions.filter(applied_at__lte=known_at)
    last = editions.defer("rows").first()
    return shipped_rules() if last is None else _assembled(_Same(last, last.digest))


@dataclass(frozen=True, slots=True)
class _Same:
    """Two books are one when the chains of their editions are."""

    last: CustomsEdition
    digest: str

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.digest == self.digest


@lru_cache(maxsize=4)
def _assembled(same: _Same) -> Rulebook:
    from logistics.customs.rules.edition import CustomsEdition

    codes = [territory.code for territory in territories()]
    until = CustomsEdition.objects.applied().filter(sequence__lte=same.last.sequence).order_by("sequence")
    added: dict[str, list[Rule]] = defaultdict(list)
    for edition in until:
        for row in edition.good_rows():
            for rule in rules_of_row(row, codes, edition=edition.sequence or 0):
                added[rule.territory].append(rule)
    book = tuple(
        replace(territory, rules=(*territory.rules, *added[territory.code]), _days={}) for territory in territories()
    )
    return Rulebook(book, same.last.sequence or 0)


def customs_rate(territory: Territory, currency: str, on: date) -> tuple[Decimal, Rule] | None:
    """What customs take a unit of another currency for on the day, in the territory's own; nothing if not on record."""
    for rule in territory.in_force(RuleKind.EXCHANGE, on):
        if rule.currency == currency and rule.amount:
            return rule.amount, rule
    return None
