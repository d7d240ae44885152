"""Packing plans of orders and quotes, in the public API."""

from functools import partial
from typing import Any

from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.graphql.packing.inputs import PackingRulesInput, rules_of
from logistics.graphql.packing.types import PackingAnswer, PackingPlan
from logistics.packing.plan import MOST_PACKAGES, TooMany
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, ObjectType
from orders.fulfillment.packing_plan import plan_of_part, plan_of_quote, sea_freights
from orders.graphql import access
from orders.graphql.quote_access import find_quote

COST = 50


class PackingOfOrdersQueries(ObjectType):
    """How ordered goods are packed."""

    seller_order_packing_plan = Field(
        PackingPlan,
        id=ID(required=True),
        rules=PackingRulesInput(),
        access=SIGNED_IN,
        cost=COST,
        description="Of a seller's part of an order. For the members of the seller and staff; null for others.",
    )
    quote_packing_plan = Field(
        PackingPlan,
        id=ID(required=True),
        rules=PackingRulesInput(),
        access=SIGNED_IN,
        cost=COST,
        description="Of what a quote offers, or of what is asked for as long as it offers nothing. For both sides.",
    )

    @staticmethod
    def resolve_seller_order_packing_plan(root: Any, info: Any, id: str, rules: Any = None) -> PackingAnswer | None:
        part = access.find_seller_order(info, id)
        if part is None:
            return None
        planned = _planned(plan_of_part, part, rules)
        return PackingAnswer(planned, partial(sea_freights, part, planned, on=day_here(info.context.now)))

    @staticmethod
    def resolve_quote_packing_plan(root: Any, info: Any, id: str, rules: Any = None) -> PackingAnswer | None:
        quote = find_quote(info, id)
        return None if quote is None else PackingAnswer(_planned(plan_of_quote, quote, rules), lambda: None)


def _planned(plan: Any, subject: Any, rules: Any) -> Any:
    try:
        return plan(subject, rules_of(rules))
    except TooMany as refusal:
        message = _("A plan has at most %(most)s packages.")
        raise InputError(message, field="id", params={"most": MOST_PACKAGES}) from refusal
