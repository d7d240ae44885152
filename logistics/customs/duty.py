"""Customs duty: the small consignment's rule first, otherwise the rate of each item."""

from __future__ import annotations

from i18n.formatting import format_money, format_percent
from i18n.money import Money
from logistics.consignment import Consignment, Item
from logistics.customs import wording
from logistics.customs.documents.figures import hs_code
from logistics.customs.estimate import DUTY, Estimate
from logistics.customs.territory import DutyRate, LowValue, Territory

HEADING_DIGITS = 6


def add_duty(estimate: Estimate, territory: Territory) -> None:
    rule = territory.low_value(estimate.on)
    if rule is not None and _fits(estimate, rule, territory):
        _add_small(estimate, rule)
        return
    for item, value in zip(estimate.consignment.items, customs_values(estimate.consignment, territory), strict=True):
        _add_item(estimate, territory, item, value)


def customs_values(consignment: Consignment, territory: Territory) -> list[Money]:
    """Of each item: its value, and its share of freight and insurance where the territory counts them."""
    values = [item.total_value for item in consignment.items]
    extra = [amount.quantize() for amount in (consignment.freight, consignment.insurance) if amount is not None]
    if not territory.value_includes_freight or not consignment.goods_value:
        return values
    for amount in extra:
        shares = amount.allocate([value.amount for value in values])
        values = [value + share for value, share in zip(values, shares, strict=True)]
    return values


def _fits(estimate: Estimate, rule: LowValue, territory: Territory) -> bool:
    """Whether the rule for small consignments is for this one."""
    consignment = estimate.consignment
    if rule.consumer_only and consignment.buyer.is_business:
        return False
    if rule.kind == "flat_per_heading" and consignment.preference:
        return False
    if any(item.hs_code.startswith(rule.except_hs) for item in consignment.items if rule.except_hs):
        return False
    value = consignment.goods_value
    if rule.of_customs_value:
        for share in customs_values(consignment, territory):
            value = value + share
        value = value - consignment.goods_value
    compared = estimate.in_currency(value, rule.threshold.currency)
    return compared is not None and compared[0] <= rule.threshold


def _add_small(estimate: Estimate, rule: LowValue) -> None:
    threshold = format_money(rule.threshold, estimate.language)
    if rule.frees_tax:
        estimate.tax_free = rule.threshold
    if rule.amount is None:
        basis = estimate.say(wording.RELIEF_BASIS, threshold=threshold)
        estimate.add(
            DUTY, wording.RELIEF, estimate.nothing, _checked(estimate, basis, rule.since.checked), since=rule.since
        )
        return
    headings = _headings(estimate)
    amount = estimate.in_currency(rule.amount * len(headings), estimate.consignment.currency)
    basis = estimate.say(
        wording.FLAT_BASIS,
        amount=format_money(rule.amount, estimate.language),
        count=len(headings),
        threshold=threshold,
    )
    known = amount[0] if amount is not None else None
    estimate.duty_unknown = known is None
    told = f"{basis}. {amount[1]}".strip() if amount is not None and amount[1] else basis
    estimate.add(DUTY, wording.FLAT_DUTY, known, told, since=rule.since)


def _headings(estimate: Estimate) -> set[str]:
    """The distinct six-digit headings; goods without a code count as one more each, and are missing."""
    headings = set()
    for number, item in enumerate(estimate.consignment.items):
        if len(item.hs_code) >= HEADING_DIGITS:
            headings.add(item.hs_code[:HEADING_DIGITS])
        else:
            headings.add(f"item {number}")
            estimate.miss(wording.NO_HS, goods=item.description)
    return headings


def _add_item(estimate: Estimate, territory: Territory, item: Item, value: Money) -> None:
    if not item.hs_code:
        estimate.miss(wording.NO_HS, goods=item.description)
        _add_unknown(estimate, item)
        return
    preference = estimate.consignment.preference
    found = territory.duty_rate(hs=item.hs_code, origin=item.origin, preference=preference, on=estimate.on)
    if found is None:
        _miss_rate(estimate, territory, item)
        _add_unknown(estimate, item)
        return
    duty = (value * found.rate).quantize()
    basis = _basis(estimate, territory, item, value, found)
    label_hs = hs_code(item.hs_code)
    estimate.add(DUTY, wording.DUTY, duty, basis, rate=found.rate, since=found.since, hs=label_hs)


def _miss_rate(estimate: Estimate, territory: Territory, item: Item) -> None:
    hs, preference = hs_code(item.hs_code), estimate.consignment.preference
    finer = territory.finer_rates(hs=item.hs_code, origin=item.origin, on=estimate.on)
    if preference:
        estimate.miss(wording.NO_PREFERENCE, agreement=preference, hs=hs)
    elif finer:
        least, most = (format_percent(rate, estimate.language) for rate in (finer[0], finer[-1]))
        estimate.miss(wording.SEVERAL_RATES, hs=hs, least=least, most=most)
    else:
        estimate.miss(wording.NO_RATE, hs=hs, origin=item.origin)


def _add_unknown(estimate: Estimate, item: Item) -> None:
    estimate.duty_unknown = True
    estimate.add(DUTY, wording.DUTY, None, estimate.missing[-1], hs=hs_code(item.hs_code))


def _basis(estimate: Estimate, territory: Territory, item: Item, value: Money, found: DutyRate) -> str:
    language = estimate.language
    parts = wording.VALUE_WITH_FREIGHT if territory.value_includes_freight else wording.VALUE_GOODS_ONLY
    told = estimate.say(
        wording.DUTY_BASIS,
        rate=format_percent(found.rate, language),
        value=format_money(value, language),
        parts=estimate.say(parts),
    )
    sentences = [f"{told}."]
    if found.preference:
        sentences.append(estimate.say(wording.DUTY_PREFERENCE, agreement=found.preference))
    elif better := _better(estimate, territory, item, found):
        rate = format_percent(better.rate, language)
        sentences.append(estimate.say(wording.DUTY_COULD_BE, agreement=better.preference, rate=rate))
    return _checked(estimate, " ".join(sentences), found.since.checked)


def _better(estimate: Estimate, territory: Territory, item: Item, found: DutyRate) -> DutyRate | None:
    """A lower rate under an agreement that the buyer could claim."""
    agreements = sorted({row.preference for row in territory.duties if row.preference})
    for agreement in agreements:
        row = territory.duty_rate(hs=item.hs_code, origin=item.origin, preference=agreement, on=estimate.on)
        if row is not None and row.rate < found.rate:
            return row
    return None


def _checked(estimate: Estimate, basis: str, checked: bool) -> str:
    return basis if checked else f"{basis} {estimate.say(wording.NOT_CHECKED)}"
