"""What one rule takes of one item: a percentage, an amount by weight or number, both, with a least and a most."""

from __future__ import annotations

from decimal import Decimal

from i18n.formatting import format_money, format_percent
from i18n.money import Money
from logistics.consignment import Item
from logistics.customs import wording
from logistics.customs.estimate import Estimate, cut_down
from logistics.customs.rules.rule import Per, Rule
from logistics.customs.territory import Territory

GRAMS_PER_KG = 1000


def levied(estimate: Estimate, territory: Territory, rule: Rule, item: Item, value: Money) -> Money | None:
    """The duty in the consignment's currency; ``None`` (and missing) without a weight or an exchange rate it needs.

    1. In the territory's currency where amounts or steps ask for it, otherwise in the consignment's own.
    2. Percentage of the customs value, cut down to the step first; plus amount times units (a compound duty).
    3. At least ``least`` and at most ``most`` times units.
    4. Cut down to the duty's step, or rounded to the minor unit.

    Leather shoes to Japan, 10 pairs of 12,000 yen: 30 % of 120,000 is 36,000, but 4,300 a pair is 43,000: 43,000 yen.
    """
    stepped = territory.value_step is not None or territory.duty_step is not None
    amounts = rule.per != ""
    if not stepped and not amounts:
        return (value * (rule.rate or Decimal(0))).quantize()
    there = estimate.in_currency(value, territory.currency)
    if there is None:
        return None if amounts else (value * (rule.rate or Decimal(0))).quantize()
    duty = _in_territory(estimate, territory, rule, item, there[0])
    if duty is None:
        return None
    back = estimate.in_currency(duty, estimate.consignment.currency)
    return back[0] if back is not None else None


def _in_territory(estimate: Estimate, territory: Territory, rule: Rule, item: Item, value: Money) -> Money | None:
    cut = cut_down(value, territory.value_step) if territory.value_step is not None else value
    duty = cut * (rule.rate or Decimal(0))
    if rule.per:
        units = units_of(item, rule.per)
        if units is None:
            estimate.miss(wording.NO_WEIGHT, goods=item.description)
            return None
        limits = [_per_unit(estimate, territory, rule, each, units) for each in (rule.amount, rule.least, rule.most)]
        if any(each is _NO_RATE for each in limits):
            return None
        amount, least, most = limits
        duty = duty + amount if amount is not None else duty
        duty = max(duty, least) if least is not None else duty
        duty = min(duty, most) if most is not None else duty
    return cut_down(duty, territory.duty_step)


_NO_RATE = Money(Decimal(-1), "EUR")
"""Stands for an amount that could not be converted."""


def _per_unit(
    estimate: Estimate, territory: Territory, rule: Rule, amount: Decimal | None, units: Decimal
) -> Money | None:
    if amount is None:
        return None
    whole = Money(amount * units, rule.currency)
    if rule.currency == territory.currency:
        return whole
    converted = estimate.in_currency(whole, territory.currency)
    return converted[0] if converted is not None else _NO_RATE


def units_of(item: Item, per: str) -> Decimal | None:
    """How many units the item has; ``None`` when its weight is not known. A piece of footwear is a pair."""
    if per in (Per.PAIR, Per.PIECE):
        return Decimal(item.quantity)
    grams = item.total_gross_weight_g if per == Per.KG100_GROSS else item.total_net_weight_g
    if not grams:
        return None
    kilograms = Decimal(grams) / GRAMS_PER_KG
    return kilograms if per == Per.KG else kilograms / 100


def words_of_rate(estimate: Estimate, rule: Rule) -> str:
    """The rate as a reader writes it: ``30%, at least ¥4,300 for each pair``."""
    language = estimate.language
    unit = estimate.say(wording.UNITS[rule.per]) if rule.per else ""
    parts = []
    if rule.rate is not None and (rule.rate or rule.amount is None):
        parts.append(format_percent(rule.rate, language))
    for amount, msgid in (
        (rule.amount, wording.RATE_AMOUNT),
        (rule.least, wording.RATE_LEAST),
        (rule.most, wording.RATE_MOST),
    ):
        if amount is not None:
            parts.append(estimate.say(msgid, amount=format_money(Money(amount, rule.currency), language), unit=unit))
    return ", ".join(parts)
