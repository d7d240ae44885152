"""Additional duties and fees at import. What is not sure is said with its limits, and never counted."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from i18n.formatting import format_money
from i18n.money import Money, sum_money
from logistics.customs import wording
from logistics.customs.customs_value import meant
from logistics.customs.duty import checked
from logistics.customs.estimate import DUTY, FEE, Estimate
from logistics.customs.rules.rule import Rule, RuleKind
from logistics.customs.territory import Territory


def add_charges(estimate: Estimate, territory: Territory) -> None:
    """Additional duties first, then fees, as they stand on the day."""
    for rule in sorted(_once(estimate, territory, RuleKind.ADDITIONAL), key=lambda rule: rule.name):
        _add(estimate, territory, rule, DUTY)
    for rule in sorted(_once(estimate, territory, RuleKind.FEE), key=lambda rule: rule.name):
        if rule.mode in ("", estimate.consignment.mode):
            _add(estimate, territory, rule, FEE)
        elif not estimate.consignment.mode and estimate.consignment.buyer.is_business:
            _add_perhaps(estimate, territory, rule)


def _once(estimate: Estimate, territory: Territory, kind: RuleKind) -> list[Rule]:
    """One row for each name, although it may list many headings."""
    found: dict[str, Rule] = {}
    for rule in territory.in_force(kind, estimate.on):
        if meant(rule, estimate.consignment) and _places(estimate, territory, rule):
            found.setdefault(rule.name, rule)
    return [rule for rule in found.values() if _is_above(estimate, territory, rule)]


def _places(estimate: Estimate, territory: Territory, rule: Rule) -> list[int]:
    """The items it is about, by all rows of its name."""
    rows = [each for each in territory.in_force(rule.kind, estimate.on) if each.name == rule.name]
    return [
        index
        for index, item in enumerate(estimate.consignment.items)
        if any(each.fits(hs=item.hs_code, origin=item.origin) for each in rows)
    ]


def _is_above(estimate: Estimate, territory: Territory, rule: Rule) -> bool:
    """Without an exchange rate it may be above, and the estimate is incomplete anyhow."""
    if rule.above is None:
        return True
    whole = sum_money(estimate.customs_values, estimate.consignment.currency)
    compared = estimate.in_currency(whole, territory.currency)
    return compared is None or compared[0].amount > rule.above


def _add(estimate: Estimate, territory: Territory, rule: Rule, kind: str) -> None:
    places = _places(estimate, territory, rule)
    shares = _amounts(estimate, rule, rule.rate, places)
    amount = None if shares is None else sum_money(shares, estimate.consignment.currency)
    label, fact = wording.CHARGES.get(rule.name, (wording.OTHER_CHARGE, wording.OTHER_CHARGE_UNSURE))
    if rule.is_sure and amount is not None and shares is not None:
        basis = checked(estimate, _basis(estimate, rule, places), rule)
        estimate.add(kind, label, amount, basis, rate=rule.rate, since=rule.since, shares=shares, name=rule.name)
        return
    top = _amounts(estimate, rule, rule.rate_most or rule.rate, places)
    most = None if top is None else sum_money(top, estimate.consignment.currency)
    told = estimate.say(fact, name=rule.name)
    estimate.miss(fact, name=rule.name)
    if amount is not None and most is not None:
        told = f"{told} {_between(estimate, amount, most)}"
    estimate.add(kind, label, None, told, since=rule.since, least=amount, most=most, name=rule.name)
    estimate.duty_unknown |= kind == DUTY


def _add_perhaps(estimate: Estimate, territory: Territory, rule: Rule) -> None:
    """A fee of one way of transport, while the way is not known."""
    label, _fact = wording.CHARGES.get(rule.name, (wording.OTHER_CHARGE, wording.OTHER_CHARGE_UNSURE))
    shares = _amounts(estimate, rule, rule.rate, _places(estimate, territory, rule))
    most = None if shares is None else sum_money(shares, estimate.consignment.currency)
    told = estimate.say(wording.ONLY_BY_SEA)
    estimate.add(FEE, label, None, told, since=rule.since, least=estimate.nothing, most=most, name=rule.name)
    estimate.miss(wording.ONLY_BY_SEA)


def _amounts(estimate: Estimate, rule: Rule, rate: Decimal | None, places: list[int]) -> list[Money] | None:
    """Of each item; ``None`` where neither a rate nor an amount is on record, or an exchange rate lacks."""
    currency = estimate.consignment.currency
    if rate is None and rule.amount is None:
        return None
    zero = estimate.nothing
    own = [value if index in places else zero for index, value in enumerate(estimate.customs_values)]
    if rule.kind == RuleKind.ADDITIONAL and rate is not None:
        return [(value * rate).quantize() for value in own]
    whole = sum_money(own, currency) * (rate or Decimal(0))
    limited = _limited(estimate, rule, whole)
    return None if limited is None else limited.quantize().allocate([value.amount for value in own] or [1])


def _limited(estimate: Estimate, rule: Rule, whole: Money) -> Money | None:
    """With the fixed amount, the least and the most of a consignment, which are in the rule's own currency."""
    bounds: list[tuple[Decimal | None, Callable[[Money, Money], Money]]] = [
        (rule.amount, Money.__add__),
        (rule.least, max),
        (rule.most, min),
    ]
    for bound, choose in bounds:
        if bound is None:
            continue
        converted = estimate.in_currency(Money(bound, rule.currency), whole.currency)
        if converted is None:
            return None
        whole = choose(whole, converted[0])
    return whole


def _basis(estimate: Estimate, rule: Rule, places: list[int]) -> str:
    value = sum_money([estimate.customs_values[place] for place in places], estimate.consignment.currency)
    if rule.rate is None:
        return estimate.say(wording.CHARGE_FIXED)
    told = estimate.say(
        wording.CHARGE_BASIS,
        rate=wording.percent(rule.rate, estimate.language),
        value=format_money(value, estimate.language),
    )
    if rule.least is None or rule.most is None:
        return told
    limits = estimate.say(
        wording.CHARGE_LIMITS,
        least=format_money(Money(rule.least, rule.currency), estimate.language),
        most=format_money(Money(rule.most, rule.currency), estimate.language),
    )
    return f"{told}. {limits}"


def _between(estimate: Estimate, least: Money, most: Money) -> str:
    language = estimate.language
    if least == most:
        return estimate.say(wording.ABOUT, amount=format_money(most, language))
    return estimate.say(wording.BETWEEN, least=format_money(least, language), most=format_money(most, language))
