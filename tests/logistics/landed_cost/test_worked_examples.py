"""Forty imports into eight destinations, worked to the cent by hand in ``examples/``: every line has to agree."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

import pytest

from i18n.money import Money, sum_money
from logistics.customs.rules.rule import Rule, RuleKind
from logistics.customs.rules.rulebook import Rulebook, shipped_rules
from tests.logistics.landed_cost.worked_example import FOLDER, WorkedExample, worked_examples

EXAMPLES = worked_examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_line_agrees_with_the_arithmetic_by_hand(example: WorkedExample) -> None:
    assert example.differences(example.estimate()) == []


def test_nothing_is_lost_between_the_lines_and_the_items() -> None:
    for example in EXAMPLES:
        cost = example.estimate()
        assert sum_money([item.total for item in cost.items], cost.currency) == cost.total, example.name
        for line in cost.lines:
            if line.amount is not None:
                assert sum_money(line.shares, cost.currency) == line.amount, f"{example.name} {line.label}"


def test_each_destination_has_its_examples_with_source_and_arithmetic() -> None:
    book = shipped_rules()
    found: Counter[str] = Counter()
    for example in EXAMPLES:
        territory = book.territory_of(example.data["country"])
        assert territory is not None
        found[territory.code] += 1
        assert example.data["source"]
        assert Path(FOLDER, f"{example.name}.toml").read_text(encoding="utf-8").startswith("# "), example.name
    assert sum(found.values()) >= 30
    assert set(found) == {"EU", "GB", "US", "JP", "KR", "AU", "CN", "CH"}


def _found(wrong: Callable[[Rule], Rule]) -> list[str]:
    territories = shipped_rules().territories
    book = Rulebook(tuple(replace(each, rules=tuple(map(wrong, each.rules)), _days={}) for each in territories))
    return [example.name for example in EXAMPLES if example.differences(example.estimate(book))]


@pytest.mark.parametrize("kind", [RuleKind.DUTY, RuleKind.TAX, RuleKind.VALUATION])
def test_a_rate_that_is_a_twentieth_too_high_is_found(kind: RuleKind) -> None:
    def planted(rule: Rule) -> Rule:
        return replace(rule, rate=rule.rate * Decimal("1.05")) if rule.kind == kind and rule.rate else rule

    assert _found(planted)


def test_a_threshold_a_cent_too_low_is_found() -> None:
    def planted(rule: Rule) -> Rule:
        if rule.kind != RuleKind.LOW_VALUE or rule.threshold is None:
            return rule
        return replace(rule, threshold=rule.threshold - Decimal("0.01"))

    assert {"gb-02-exactly-135-pounds", "au-04-exactly-1000-dollars"} <= set(_found(planted))


def test_amounts_by_weight_and_number_that_are_wrong_are_found() -> None:
    def planted(rule: Rule) -> Rule:
        if rule.kind != RuleKind.DUTY or not rule.per:
            return rule
        return replace(rule, amount=rule.amount and rule.amount * 2, least=rule.least and rule.least * 2)

    assert {"us-04-honey-by-weight", "jp-04-leather-shoes-least-amount-a-pair", "ch-03-tables-and-honey-at-two-tax-rates"} <= set(_found(planted))  # fmt: skip  # noqa: E501


def test_rounding_down_instead_of_half_up_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    proper = Money.quantize
    monkeypatch.setattr(Money, "quantize", lambda money, rounding=ROUND_DOWN: proper(money, ROUND_DOWN))
    wrong = [example.name for example in EXAMPLES if example.differences(example.estimate())]
    assert "eu-03-stoneware-to-a-firm" in wrong
