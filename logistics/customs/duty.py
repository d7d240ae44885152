"""Customs duty: the small consignment's rule first, otherwise the rate of each item."""

from __future__ import annotations

from i18n.formatting import format_money
from i18n.money import Money, sum_money
from logistics.consignment import Item
from logistics.customs import wording
from logistics.customs.customs_value import meant, words_of_value
from logistics.customs.documents.figures import hs_code
from logistics.customs.estimate import DUTY, Estimate
from logistics.customs.levy import levied, words_of_rate
from logistics.customs.preference import options
from logistics.customs.rules.rule import Rule
from logistics.customs.spread import spread
from logistics.customs.territory import Territory

SUBHEADING_DIGITS = 6


def add_duty(estimate: Estimate, territory: Territory) -> None:
    rule = territory.low_value(estimate.on)
    if rule is not None and _fits(estimate, rule):
        _add_small(estimate, rule)
        return
    for index, item in enumerate(estimate.consignment.items):
        _add_item(estimate, territory, index, item)


def _fits(estimate: Estimate, rule: Rule) -> bool:
    """Whether the rule for small consignments is for this one."""
    consignment = estimate.consignment
    if not meant(rule, consignment) or rule.limit is None:
        return False
    if rule.name == "flat_per_heading" and consignment.preference:
        return False
    if any(item.hs_code.startswith(rule.except_hs) for item in consignment.items if rule.except_hs):
        return False
    value = consignment.goods_value
    if rule.of_customs_value:
        value = sum_money(estimate.customs_values, consignment.currency)
    compared = estimate.in_currency(value, rule.limit.currency)
    return compared is not None and compared[0] <= rule.limit


def _add_small(estimate: Estimate, rule: Rule) -> None:
    if rule.frees_tax:
        estimate.tax_free = rule.limit
    if rule.collected_at_sale and not estimate.consignment.buyer.is_business:
        estimate.tax_at_sale = rule.limit
    threshold = format_money(rule.limit, estimate.language) if rule.limit is not None else ""
    if rule.amount is None:
        basis = checked(estimate, estimate.say(wording.RELIEF_BASIS, threshold=threshold), rule)
        estimate.add(DUTY, wording.RELIEF, estimate.nothing, basis, since=rule.since)
        return
    _add_flat(estimate, rule, Money(rule.amount, rule.currency), threshold)


def _add_flat(estimate: Estimate, rule: Rule, each: Money, threshold: str) -> None:
    """So much for every distinct heading; the items of a heading share its part by value."""
    headings = _headings(estimate)
    converted = estimate.in_currency(each * len(headings), estimate.consignment.currency)
    told = estimate.say(
        wording.FLAT_BASIS,
        amount=format_money(each, estimate.language),
        count=len(headings),
        threshold=threshold,
    )
    if converted is None:
        estimate.duty_unknown = True
        estimate.add(DUTY, wording.FLAT_DUTY, None, told, since=rule.since)
        return
    amount, how = converted
    told = checked(estimate, f"{told}. {how}".strip() if how else told, rule)
    shares = _shares_of_headings(estimate, amount, headings)
    estimate.add(DUTY, wording.FLAT_DUTY, amount, told, since=rule.since, guessed=bool(how), shares=shares)


def _shares_of_headings(estimate: Estimate, amount: Money, headings: dict[str, list[int]]) -> list[Money]:
    shares = [estimate.nothing for _item in estimate.consignment.items]
    for part, places in zip(amount.split(len(headings)), headings.values(), strict=True):
        for place, share in zip(places, spread(part, [estimate.weights[place] for place in places]), strict=True):
            shares[place] = share
    return shares


def _headings(estimate: Estimate) -> dict[str, list[int]]:
    """Items by six-digit heading; goods without a code count as one more each, and are missing."""
    headings: dict[str, list[int]] = {}
    for number, item in enumerate(estimate.consignment.items):
        if len(item.hs_code) >= SUBHEADING_DIGITS:
            headings.setdefault(item.hs_code[:SUBHEADING_DIGITS], []).append(number)
        else:
            headings[f"item {number}"] = [number]
            estimate.miss(wording.NO_HS, goods=item.description)
    return headings


def _add_item(estimate: Estimate, territory: Territory, index: int, item: Item) -> None:
    if not item.hs_code:
        estimate.miss(wording.NO_HS, goods=item.description)
        _add_unknown(estimate, index, item)
        return
    preference = estimate.consignment.preference
    found = territory.duty_rate(hs=item.hs_code, origin=item.origin, preference=preference, on=estimate.on)
    value = estimate.customs_values[index]
    duty = None if found is None else levied(estimate, territory, found, item, value)
    if found is None or duty is None:
        if found is None:
            _miss_rate(estimate, territory, item)
        _add_unknown(estimate, index, item)
        return
    estimate.preferences[index] = options(estimate, territory, index=index, item=item, duty=duty)
    estimate.add(
        DUTY,
        wording.DUTY,
        duty,
        _basis(estimate, territory, index, found),
        rate=found.rate,
        since=found.since,
        item=index,
        guessed=estimate.customs_value_guessed or bool(found.per and found.currency != estimate.consignment.currency),
        hs=hs_code(item.hs_code),
    )


def _miss_rate(estimate: Estimate, territory: Territory, item: Item) -> None:
    hs, preference = hs_code(item.hs_code), estimate.consignment.preference
    finer = territory.finer_rates(hs=item.hs_code, origin=item.origin, on=estimate.on)
    if preference:
        estimate.miss(wording.NO_PREFERENCE, agreement=preference, hs=hs)
    elif finer:
        least, most = (wording.percent(rate, estimate.language) for rate in (finer[0], finer[-1]))
        estimate.miss(wording.SEVERAL_RATES, hs=hs, least=least, most=most)
    else:
        estimate.miss(wording.NO_RATE, hs=hs, origin=item.origin)


def _add_unknown(estimate: Estimate, index: int, item: Item) -> None:
    estimate.duty_unknown = True
    estimate.add(DUTY, wording.DUTY, None, estimate.missing[-1], item=index, hs=hs_code(item.hs_code))


def _basis(estimate: Estimate, territory: Territory, index: int, found: Rule) -> str:
    language = estimate.language
    told = estimate.say(
        wording.DUTY_BASIS,
        rate=words_of_rate(estimate, found),
        value=format_money(estimate.customs_values[index], language),
        parts=words_of_value(estimate, territory),
    )
    sentences = [f"{told}."]
    if found.agreement:
        sentences.append(estimate.say(wording.DUTY_PREFERENCE, agreement=found.agreement))
    elif better := estimate.preferences[index]:
        rate = wording.percent(better[0].rate, language)
        sentences.append(estimate.say(wording.DUTY_COULD_BE, agreement=better[0].agreement, rate=rate))
    return checked(estimate, " ".join(sentences), found)


def checked(estimate: Estimate, basis: str, rule: Rule) -> str:
    """The basis, and the warning behind it where nobody compared the rule with the official text."""
    if rule.since.checked:
        return basis
    return f"{basis.removesuffix('.')}. {estimate.say(wording.NOT_CHECKED)}"
