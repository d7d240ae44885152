"""What customs reckon from: the goods, with carriage and insurance where the territory counts them."""

from __future__ import annotations

from decimal import Decimal

from i18n.formatting import format_percent
from i18n.money import Money
from logistics.consignment import Consignment
from logistics.customs import wording
from logistics.customs.estimate import Estimate
from logistics.customs.rules.rule import Buyer, Rule, RuleKind
from logistics.customs.spread import spread
from logistics.customs.territory import Territory


def customs_values(estimate: Estimate, territory: Territory) -> list[Money]:
    """Of each item; they add up to the consignment's customs value to the minor unit.

    1. A rule that values personal imports at a share of the price: that share, nothing added.
    2. FOB territories: the goods. CIF territories: the goods and their share of freight and of insurance, by value.
    3. Where a CIF territory assumes insurance that nobody named: that share of goods and freight as well.
    """
    consignment = estimate.consignment
    values = [item.total_value for item in consignment.items]
    personal = personal_valuation(estimate, territory)
    if personal is not None and personal.rate is not None:
        return [(value * personal.rate).quantize() for value in values]
    if not territory.value_includes_freight:
        return values
    if consignment.freight is not None:
        values = _with(values, consignment.freight, estimate.weights)
    insurance = consignment.insurance
    if insurance is None and territory.insurance_assumed is not None:
        insurance = _assumed(values, territory.insurance_assumed)
    return values if insurance is None else _with(values, insurance, estimate.weights)


def personal_valuation(estimate: Estimate, territory: Territory) -> Rule | None:
    """The rule that values this buyer's goods at a share of their price."""
    for rule in territory.in_force(RuleKind.VALUATION, estimate.on):
        if meant(rule, estimate.consignment):
            return rule
    return None


def meant(rule: Rule, consignment: Consignment) -> bool:
    """The rule is about buyers like this one."""
    return rule.buyer == Buyer.ANYBODY or (rule.buyer == Buyer.BUSINESS) == consignment.buyer.is_business


def words_of_value(estimate: Estimate, territory: Territory) -> str:
    """What is in the customs value."""
    personal = personal_valuation(estimate, territory)
    if personal is not None and personal.rate is not None:
        return estimate.say(wording.VALUE_SHARE, share=format_percent(personal.rate, estimate.language))
    if not territory.value_includes_freight:
        return estimate.say(wording.VALUE_GOODS_ONLY)
    if estimate.consignment.insurance is None and territory.insurance_assumed is not None:
        share = format_percent(territory.insurance_assumed, estimate.language)
        return estimate.say(wording.VALUE_ASSUMED_INSURANCE, share=share)
    return estimate.say(wording.VALUE_WITH_FREIGHT)


def _with(values: list[Money], extra: Money, weights: list[Decimal]) -> list[Money]:
    return [value + share for value, share in zip(values, spread(extra, weights), strict=True)]


def _assumed(values: list[Money], share: Decimal) -> Money:
    total = values[0] * 0
    for value in values:
        total = total + value
    return (total * share).quantize()
