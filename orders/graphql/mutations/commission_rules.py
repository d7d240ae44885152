"""``commissionRuleCreate``, ``-Update`` and ``-End``."""

from typing import Any

from catalog.graphql.inputs import channel_of_id
from catalog.models import Category
from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.graphql import (
    ID,
    Date,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Mutation,
    String,
    integer_key,
    permission,
)
from marketplace.sellers.models import Seller
from orders.graphql.access import PAYOUTS_MANAGE
from orders.graphql.types.commission import CommissionRule
from orders.payouts.commission.rule import CommissionRule as RuleRow
from orders.payouts.commission.rules import RuleFields, RuleInUse, RuleRefused, create_rule, end_rule, update_rule

_REFUSALS = {
    "PAST": _("This day is over."),
    "NOT_A_PERCENTAGE": _("This is a percentage from 0 to 100, with at most three decimals."),
    "BEFORE_START": _("The rule cannot end before it begins."),
    "NOT_AN_AMOUNT": _("This is not an amount of the rule's currency."),
    "BELOW_MINIMUM": _("The cap cannot be below the minimum."),
    "NOT_A_CURRENCY": _("This is not a currency."),
}
_API_NAMES = {"minimum_amount": "minimum", "cap_amount": "cap"}
REFUSED: dict[type[Exception], Any] = {
    RuleRefused: lambda r: InputError(_REFUSALS[r.reason], field=_API_NAMES.get(r.field, r.field)),
    RuleInUse: lambda _r: InputError(
        _("The rule has begun: only its end and its note can change. End it and begin another."),
        field="id",
        code="RULE_IN_USE",
    ),
}
_NULLABLE = {"minimum": "minimum_amount", "cap": "cap_amount", "effective_to": "effective_to"}
_PLAIN = ("percent", "tax_percent", "effective_from")


class CommissionRuleInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    seller = ID(description="Null: everybody.")
    category = ID(description="With everything below it. Null: everything.")
    channel = ID(description="Null: every market.")
    percent = Decimal(description="Of the goods, without freight; at most three decimals.")
    tax_percent = Decimal(description="Tax on the commission.")
    currency = String(description="Needed for a minimum or a cap; the rule then counts in this currency only.")
    minimum = Decimal(description="Per line.")
    cap = Decimal(description="Per line.")
    effective_from = Date(description="Today unless said otherwise.")
    effective_to = Date(description="The first day on which it doesn't count any more.")
    note = String()


def _fields(given: Any) -> RuleFields:
    fields: dict[str, Any] = {name: given[name] for name in _PLAIN if given.get(name) is not None}
    fields |= {column: given[name] for name, column in _NULLABLE.items() if name in given}
    fields |= {name: _row(name, given[name]) for name in ("seller", "category", "channel") if name in given}
    if "currency" in given:
        fields["currency"] = bounded(given["currency"] or "", "currency", 3).upper()
    if "note" in given:
        fields["note"] = bounded(given["note"] or "", "note", 300)
    return RuleFields(**fields)  # type: ignore[typeddict-item]  # the names are those of the input above


def _row(name: str, global_id: str | None) -> Any:
    if global_id is None:
        return None
    if name == "channel":
        return channel_of_id(global_id, field=name)
    models: dict[str, Any] = {"seller": Seller, "category": Category}
    found = models[name].objects.filter(pk=integer_key(global_id, name.capitalize(), field=name)).first()
    if found is None:
        missing = _("There is no such seller.") if name == "seller" else _("There is no such category.")
        raise InputError(missing, field=name, code="NOT_FOUND")
    return found


def _key(global_id: str) -> int:
    key = integer_key(global_id, "CommissionRule")
    if not RuleRow.objects.filter(pk=key).exists():
        raise InputError(_("There is no such commission rule."), field="id", code="NOT_FOUND")
    return key


class CommissionRuleCreate(Mutation):
    """Say what the marketplace keeps of sales from a day on. Orders placed before are left alone."""

    class Arguments:
        input = CommissionRuleInput(required=True)

    class Meta:
        access = permission(PAYOUTS_MANAGE)
        known_errors = REFUSED
        error_codes = ("RULE_IN_USE",)
        creates = True

    commission_rule = Field(CommissionRule)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        if input.get("percent") is None:
            raise InputError(_("This field is required."), field="percent", code="REQUIRED")
        return {"commission_rule": create_rule(_fields(input), today=day_here(info.context.now))}


class CommissionRuleUpdate(Mutation):
    """Change a rule: all of it before it begins, its end and its note afterwards."""

    class Arguments:
        id = ID(required=True)
        input = CommissionRuleInput(required=True)

    class Meta:
        access = permission(PAYOUTS_MANAGE)
        known_errors = REFUSED
        error_codes = ("RULE_IN_USE",)

    commission_rule = Field(CommissionRule)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        rule = update_rule(rule_id=_key(id), fields=_fields(input), today=day_here(info.context.now))
        return {"commission_rule": rule}


class CommissionRuleEnd(Mutation):
    """Let a rule not count for orders from a day on, today unless said otherwise."""

    class Arguments:
        id = ID(required=True)
        on = Date()

    class Meta:
        access = permission(PAYOUTS_MANAGE)
        known_errors = REFUSED
        error_codes = ("RULE_IN_USE",)

    commission_rule = Field(CommissionRule)

    @classmethod
    def perform(cls, info: Any, *, id: str, on: Any = None) -> dict[str, Any]:
        today = day_here(info.context.now)
        day = on or max(today, RuleRow.objects.values_list("effective_from", flat=True).get(pk=_key(id)))
        return {"commission_rule": end_rule(rule_id=_key(id), on=day, today=today)}
