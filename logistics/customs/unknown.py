"""What is levied and whose amount is not on record: said, never guessed."""

from __future__ import annotations

from logistics.customs import wording
from logistics.customs.duty import customs_values
from logistics.customs.estimate import DUTY, Estimate
from logistics.customs.territory import Territory, Unknown


def add_unknowns(estimate: Estimate, territory: Territory) -> None:
    for unknown in territory.unknowns:
        if unknown.since.holds_on(estimate.on) and _concerns(estimate, territory, unknown):
            label, fact = wording.UNKNOWNS[unknown.what]
            estimate.miss(fact)
            estimate.add(unknown.kind, label, None, estimate.say(fact), since=unknown.since)
            estimate.duty_unknown |= unknown.kind == DUTY


def _concerns(estimate: Estimate, territory: Territory, unknown: Unknown) -> bool:
    items = estimate.consignment.items
    if not any(
        (not unknown.origin or item.origin == unknown.origin)
        and (not unknown.hs or item.hs_code.startswith(unknown.hs))
        for item in items
    ):
        return False
    return unknown.above is None or _is_above(estimate, territory, unknown)


def _is_above(estimate: Estimate, territory: Territory, unknown: Unknown) -> bool:
    """Without an exchange rate it may be above, and the estimate is incomplete anyhow."""
    value = estimate.nothing
    for share in customs_values(estimate.consignment, territory):
        value = value + share
    compared = estimate.in_currency(value, territory.currency)
    return compared is None or (unknown.above is not None and compared[0].amount > unknown.above)
