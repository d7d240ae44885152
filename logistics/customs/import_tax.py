"""Value added tax and the like, levied at import or with the price of small consignments."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from i18n.formatting import country_name, format_money
from i18n.money import Money, sum_money
from logistics.customs import wording
from logistics.customs.documents.figures import hs_code
from logistics.customs.duty import checked
from logistics.customs.estimate import DUTY, FREIGHT, GOODS, TAX, Estimate, cut_down
from logistics.customs.rules.rule import Rule
from logistics.customs.spread import spread
from logistics.customs.territory import Territory


@dataclass(slots=True)
class _Levied:
    """One tax at one rate, and the items it is levied on."""

    rule: Rule
    places: list[int]
    base: Money
    amount: Money
    on: _Levied | None = None
    """The tax it is a share of."""


def add_import_tax(estimate: Estimate, territory: Territory) -> None:
    """Taxes by name; goods at several rates of one tax are reckoned apart.

    1. Base: goods, freight, insurance, duty and additional duty of the items, as far as they are known.
    2. A tax on a tax: that tax times the ratio of the two rates. Otherwise base times rate.
    3. Cut down to the territory's steps, in its own currency; nothing where all of a tax is too little to be levied.
    """
    country = estimate.consignment.buyer.country
    groups = _groups(estimate, territory)
    if not groups:
        estimate.miss(wording.NO_TAX, country=country_name(country, estimate.language))
        estimate.add(TAX, wording.TAX_NAMES["vat"], None, estimate.missing[-1])
    for levied in groups:
        label = wording.TAX_NAMES.get(levied.rule.name, wording.OTHER_TAX)
        if levied.rule.name == "no_import_tax":
            basis = estimate.say(wording.NO_IMPORT_TAX_BASIS)
            estimate.add(TAX, label, estimate.nothing, basis, since=levied.rule.since)
        elif estimate.tax_free is not None:
            threshold = format_money(estimate.tax_free, estimate.language)
            basis = estimate.say(wording.RELIEF_TAX_BASIS, threshold=threshold)
            estimate.add(TAX, label, estimate.nothing, basis, since=levied.rule.since)
        else:
            waived = _is_waived(estimate, territory, levied, groups)
            _add_tax(estimate, levied, label, waived)


def _groups(estimate: Estimate, territory: Territory) -> list[_Levied]:
    found: dict[tuple[str, str], tuple[Rule, list[int]]] = {}
    for index, item in enumerate(estimate.consignment.items):
        for rule in territory.taxes(estimate.consignment.buyer.country, item.hs_code, estimate.on):
            found.setdefault((rule.name, rule.hs), (rule, []))[1].append(index)
    ordered = sorted(found.values(), key=lambda group: (bool(group[0].on_tax), group[0].name, group[0].hs))
    groups: list[_Levied] = []
    for rule, places in ordered:
        on = next((each for each in groups if each.rule.name == rule.on_tax and each.places == places), None)
        base = _base(estimate, territory, places)
        groups.append(_Levied(rule, places, base, _amount(estimate, territory, rule, base, on), on))
    return groups


def _add_tax(estimate: Estimate, levied: _Levied, label: str, waived: Money | None) -> None:
    language, rule = estimate.language, levied.rule
    rate = wording.percent(rule.rate, language)
    amount = levied.amount if waived is None else estimate.nothing
    told = [estimate.say(wording.TAX_BASIS, rate=rate, value=format_money(levied.base, language))]
    if levied.on is not None:
        told = [estimate.say(wording.TAX_ON_TAX, rate=rate)]
    if waived is not None:
        told = [estimate.say(wording.WAIVED, most=format_money(waived, language))]
    elif estimate.tax_at_sale is not None:
        threshold = format_money(estimate.tax_at_sale, language)
        told.append(estimate.say(wording.COLLECTED_AT_SALE, threshold=threshold))
    if estimate.duty_unknown:
        told.append(estimate.say(wording.WITHOUT_UNKNOWN_DUTY))
    if rule.hs == "":
        _say_reduced(estimate, rule, levied.places)
    estimate.add(
        TAX,
        label,
        amount,
        checked(estimate, ". ".join(told), rule),
        rate=rule.rate,
        since=rule.since,
        shares=_shares(estimate, levied.places, amount),
        guessed=estimate.consignment.freight is None or estimate.duty_unknown or _rests_on_guesses(estimate),
        name=rule.name,
    )


def _shares(estimate: Estimate, places: list[int], amount: Money) -> list[Money]:
    shares = [estimate.nothing for _item in estimate.consignment.items]
    for place, share in zip(places, spread(amount, [estimate.weights[place] for place in places]), strict=True):
        shares[place] = share
    return shares


def _base(estimate: Estimate, territory: Territory, places: list[int]) -> Money:
    """Where customs value the goods in a way of their own, that value and the duty; otherwise all that is paid."""
    assumed = territory.insurance_assumed is not None and estimate.consignment.insurance is None
    if estimate.valued_at_share or assumed:
        duties = estimate.known_shares(DUTY)
        parts = [value + duty for value, duty in zip(estimate.customs_values, duties, strict=True)]
    else:
        parts = estimate.known_shares(GOODS, FREIGHT, DUTY)
    return sum_money([parts[place] for place in places], estimate.consignment.currency)


def _rests_on_guesses(estimate: Estimate) -> bool:
    return any(line.kind == DUTY and line.confidence != "EXACT" for line in estimate.lines)


def _amount(estimate: Estimate, territory: Territory, rule: Rule, base: Money, on: _Levied | None) -> Money:
    rate = rule.rate or Decimal(0)
    if on is not None:
        return _stepped(estimate, territory, on.amount * (rate / (on.rule.rate or Decimal(1))))
    stepped = estimate.in_currency(base, territory.currency) if territory.tax_step is not None else None
    if stepped is None:
        return (base * rate).quantize()
    cut = cut_down(stepped[0], territory.value_step) if territory.value_step is not None else stepped[0]
    return _back(estimate, cut_down(cut * rate, territory.tax_step), base)


def _stepped(estimate: Estimate, territory: Territory, whole: Money) -> Money:
    there = estimate.in_currency(whole, territory.currency)
    if there is None:
        return whole.quantize()
    return _back(estimate, cut_down(there[0], territory.tax_step), whole)


def _back(estimate: Estimate, amount: Money, before: Money) -> Money:
    """In the consignment's currency again; the rate is known, for it led here."""
    back = estimate.in_currency(amount, before.currency)
    return back[0] if back is not None else before.quantize()


def _is_waived(estimate: Estimate, territory: Territory, levied: _Levied, groups: list[_Levied]) -> Money | None:
    """The most that is not levied, where the whole of this tax is not above it."""
    if levied.rule.waived is None:
        return None
    limit = Money(levied.rule.waived, territory.currency)
    own = [group.amount for group in groups if group.rule.name == levied.rule.name]
    compared = estimate.in_currency(sum_money(own, estimate.consignment.currency), limit.currency)
    return limit if compared is not None and compared[0] <= limit else None


def _say_reduced(estimate: Estimate, rule: Rule, places: list[int]) -> None:
    for place in places:
        item = estimate.consignment.items[place]
        if rule.maybe_reduced and item.hs_code.startswith(rule.maybe_reduced):
            estimate.miss(wording.MAYBE_REDUCED, hs=hs_code(item.hs_code))
