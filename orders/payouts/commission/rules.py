"""Begin, change and end commission rules."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict

from django.db import transaction

from catalog.models import Category
from i18n.money import Money, NotMoney
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.payouts.commission.commission_line import CommissionLine
from orders.payouts.commission.rule import CommissionRule

HUNDRED = Decimal(100)
MOST = Decimal(10) ** 12


class RuleRefused(ValueError):
    """A value makes no sense; nothing was written."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class RuleInUse(Exception):
    """Lines were charged by the rule, or it has begun: only its end and its note can change. End it, begin another."""

    def __init__(self, rule_id: int) -> None:
        super().__init__(f"commission rule {rule_id} is in use")
        self.rule_id = rule_id


class RuleFields(TypedDict, total=False):
    seller: Seller | None
    category: Category | None
    channel: Channel | None
    percent: Decimal
    currency: str
    minimum_amount: Decimal | None
    cap_amount: Decimal | None
    tax_percent: Decimal
    effective_from: date
    effective_to: date | None
    note: str


def create_rule(fields: RuleFields, *, today: date) -> CommissionRule:
    """A rule that counts for orders placed from ``effective_from`` on, which is not in the past. Raises
    ``RuleRefused``."""
    rule = CommissionRule(**{"effective_from": today, **fields})
    _check(rule)
    if rule.effective_from < today:
        raise RuleRefused("effective_from", "PAST")
    rule.save()
    return rule


def update_rule(*, rule_id: int, fields: RuleFields, today: date) -> CommissionRule:
    """Change a rule; one that has begun or was used only in its end and note. Raises ``RuleInUse``, ``RuleRefused``."""
    with transaction.atomic():
        rule = CommissionRule.objects.select_for_update(of=("self",)).get(pk=rule_id)
        changed = {name: value for name, value in _items(fields) if getattr(rule, name) != value}
        if changed.keys() - {"effective_to", "note"} and not _is_untouched(rule, today):
            raise RuleInUse(rule.pk)
        for name, value in changed.items():
            setattr(rule, name, value)
        _check(rule)
        _refuse_past(rule, changed, today)
        rule.save()
    return rule


def end_rule(*, rule_id: int, on: date, today: date) -> CommissionRule:
    """The rule doesn't count for orders from that day on. A day in the past is refused with ``RuleRefused``."""
    return update_rule(rule_id=rule_id, fields={"effective_to": on}, today=today)


def _items(fields: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return list(fields.items())


def _is_untouched(rule: CommissionRule, today: date) -> bool:
    return rule.effective_from > today and not CommissionLine.objects.filter(rule=rule).exists()


def _refuse_past(rule: CommissionRule, changed: Mapping[str, Any], today: date) -> None:
    if "effective_from" in changed and rule.effective_from < today:
        raise RuleRefused("effective_from", "PAST")
    if "effective_to" in changed and rule.effective_to is not None and rule.effective_to < today:
        raise RuleRefused("effective_to", "PAST")


def _check(rule: CommissionRule) -> None:
    for name in ("percent", "tax_percent"):
        value = getattr(rule, name)
        if not 0 <= value <= HUNDRED or value != round(value, 3):
            raise RuleRefused(name, "NOT_A_PERCENTAGE")
    if rule.effective_to is not None and rule.effective_to < rule.effective_from:
        raise RuleRefused("effective_to", "BEFORE_START")
    _check_bounds(rule)


def _check_bounds(rule: CommissionRule) -> None:
    for name in ("minimum_amount", "cap_amount"):
        value = getattr(rule, name)
        if value is not None and (not 0 <= value < MOST or not _is_payable(value, rule.currency)):
            raise RuleRefused(name, "NOT_AN_AMOUNT")
    if rule.minimum_amount is not None and rule.cap_amount is not None and rule.cap_amount < rule.minimum_amount:
        raise RuleRefused("cap_amount", "BELOW_MINIMUM")
    if rule.currency and not _is_payable(Decimal(1), rule.currency):
        raise RuleRefused("currency", "NOT_A_CURRENCY")


def _is_payable(amount: Decimal, currency: str) -> bool:
    """Whole minor units of a currency that exists."""
    try:
        money = Money(amount, currency)
    except NotMoney:
        return False
    return money == money.quantize()
