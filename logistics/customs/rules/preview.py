"""Look through a file of rules: what is wrong with each row, and what it would take the place of."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from i18n.messages import gettext_noop as _
from logistics.customs.rules.edition import CustomsEdition
from logistics.customs.rules.parse import BadRow, rules_of_row
from logistics.customs.rules.read_csv import read_rules
from logistics.customs.rules.rule import Key, Rule
from logistics.customs.rules.rulebook import Rulebook, rulebook
from logistics.customs.territory import territories
from marketplace.accounts.models import User


def preview_rules(*, file_name: str, content: bytes, note: str = "", by: User | None) -> CustomsEdition:
    """Keep the file for `apply_edition`; nothing holds yet. Raises ``UnreadableRules``."""
    book = rulebook()
    codes = [territory.code for territory in territories()]
    seen: dict[tuple[str, Key], list[Rule]] = defaultdict(list)
    rows = [_looked_at(number, cells, codes, book, seen) for number, cells in read_rules(content)]
    return CustomsEdition.objects.create(file_name=file_name[-200:], rows=rows, note=note[:400], by=by)


def _looked_at(
    number: int, cells: dict[str, str], codes: list[str], book: Rulebook, seen: dict[tuple[str, Key], list[Rule]]
) -> dict[str, Any]:
    found: dict[str, Any] = {"number": number, "cells": cells, "mistakes": [], "before": None}
    try:
        rules = rules_of_row(cells, codes)
    except BadRow as bad:
        found["mistakes"] = [
            {"column": each.column, "message": each.message, "params": dict(each.params)} for each in bad.mistakes
        ]
        return found
    for rule in rules:
        earlier = seen[rule.territory, rule.key]
        if any(_meet(rule, other) for other in earlier):
            message = _("Another row of the file says something else about the same goods on the same day.")
            found["mistakes"] = [{"column": "effective_from", "message": message, "params": {}}]
            return found
        earlier.append(rule)
    found["before"] = _before(rules[0], book)
    return found


def _meet(one: Rule, other: Rule) -> bool:
    end, other_end = one.since.effective_to or date.max, other.since.effective_to or date.max
    return one.since.effective_from <= other_end and other.since.effective_from <= end


def _before(rule: Rule, book: Rulebook) -> dict[str, str] | None:
    """What holds under the rule's key on its first day."""
    territory = next(each for each in book.territories if each.code == rule.territory)
    day = rule.since.effective_from
    for other in territory.in_force(rule.kind, day):
        if other.key == rule.key:
            return {"rule": other.since.rule, "rate": _percent(other.rate), "amount": _plain(other.amount)}
    return None


def _percent(rate: Any) -> str:
    return "" if rate is None else _plain(rate * 100)


def _plain(value: Any) -> str:
    return "" if value is None else f"{value.normalize():f}"
