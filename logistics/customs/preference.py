"""What trade agreements would make of an item's duty, side by side with the ordinary one, and what each takes."""

from __future__ import annotations

from i18n.formatting import format_money
from i18n.money import Money
from logistics.consignment import Item
from logistics.customs import wording
from logistics.customs.estimate import Estimate, PreferenceOption
from logistics.customs.levy import levied
from logistics.customs.origin.agreement import Agreement, agreements
from logistics.customs.rules.rule import Rule
from logistics.customs.territory import Territory


def options(
    estimate: Estimate, territory: Territory, *, index: int, item: Item, duty: Money
) -> tuple[PreferenceOption, ...]:
    """Agreements under which the item would pay less than the ordinary ``duty``, the least first."""
    if estimate.consignment.preference:
        return ()
    found = []
    for code in territory.agreements(hs=item.hs_code, origin=item.origin, on=estimate.on):
        rule = territory.duty_rate(hs=item.hs_code, origin=item.origin, preference=code, on=estimate.on)
        lower = None if rule is None else levied(estimate, territory, rule, item, estimate.customs_values[index])
        if rule is not None and lower is not None and lower < duty:
            found.append(_option(estimate, rule, item, lower, duty - lower))
    return tuple(sorted(found, key=lambda option: (option.duty.amount, option.agreement)))


def _option(estimate: Estimate, rule: Rule, item: Item, duty: Money, saving: Money) -> PreferenceOption:
    agreement = agreements().get(rule.agreement)
    return PreferenceOption(
        agreement=rule.agreement,
        name=agreement.name if agreement else rule.agreement,
        rate=rule.rate,
        duty=duty,
        saving=saving,
        needs=_needs(estimate, agreement, item),
        legal_basis=rule.since.legal_basis,
        effective_from=rule.since.effective_from,
        checked=rule.since.checked,
        rule=rule.since.rule,
    )


def _needs(estimate: Estimate, agreement: Agreement | None, item: Item) -> tuple[str, ...]:
    if agreement is None:
        return (estimate.say(wording.NEEDS_PROOF), estimate.say(wording.NEEDS_DIRECT))
    return (
        _criterion(estimate, agreement, item),
        *_proof(estimate, agreement),
        estimate.say(wording.NEEDS_DIRECT),
    )


def _criterion(estimate: Estimate, agreement: Agreement, item: Item) -> str:
    rule = agreement.rule_for(item.hs_code, estimate.on)
    if rule is None:
        return estimate.say(wording.NEEDS_RULE)
    return estimate.say(wording.NEEDS_CRITERION, ways=" / ".join(rule.written))


def _proof(estimate: Estimate, agreement: Agreement) -> list[str]:
    """The form, and where small consignments need none: is this one such?"""
    certificate = agreement.certificate
    told = [estimate.say(wording.NEEDS_FORM, form=certificate.form)]
    limit = certificate.own_statement_up_to
    if limit is not None:
        told.append(estimate.say(wording.NEEDS_STATEMENT, limit=format_money(limit, estimate.language)))
    return told
