"""Packing: its part of the public API."""

from functools import partial
from typing import Any

from i18n.formatting import country_name
from i18n.messages import gettext_noop as _
from i18n.money import Money
from i18n.today import day_here
from logistics.assemble import party_of_seller
from logistics.consignment import Consignment, Item, Party
from logistics.graphql.packing.inputs import PackingLineInput, PackingRulesInput, goods_of, rules_of
from logistics.graphql.packing.types import PackingAnswer, PackingPlan
from logistics.packing.measured import MeasuredPlan, plan_measured
from logistics.packing.plan import MOST_PACKAGES, TooMany
from logistics.packing.shipped import packages_for_freight
from logistics.rates.sea_comparison import SeaComparison, compare_sea
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, List, NonNull, ObjectType, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.models import Seller


class PackingQueries(ObjectType):
    """How goods are packed."""

    packing_plan = Field(
        PackingPlan,
        seller=ID(required=True),
        lines=List(NonNull(PackingLineInput), required=True),
        rules=PackingRulesInput(),
        country=String(description="Where the goods go, ISO 3166-1 alpha-2: sea freights are then compared."),
        access=SIGNED_IN,
        cost=50,
        description="Goods into cartons, onto pallets and into containers. For the members of the seller.",
    )

    @staticmethod
    def resolve_packing_plan(
        root: Any, info: Any, seller: str, lines: list[Any], rules: Any = None, country: str | None = None
    ) -> PackingAnswer:
        owner = seller_for(info, seller, field="seller")
        if country is not None and (len(country) != 2 or country_name(country, "en") == country):
            raise InputError(_("This is not a country."), field="country")
        planned = planned_or_refused(goods_of(lines, seller_id=owner.pk), rules_of(rules))
        return PackingAnswer(planned, partial(_compare, owner, planned, country, day_here(info.context.now)))


def planned_or_refused(lines: Any, rules: Any) -> MeasuredPlan:
    """Raises `InputError` where there are too many packages."""
    try:
        return plan_measured(lines, rules)
    except TooMany as refusal:
        message = _("A plan has at most %(most)s packages.")
        raise InputError(message, field="lines", params={"most": MOST_PACKAGES}) from refusal


def _compare(seller: Seller, planned: MeasuredPlan, country: str | None, on: Any) -> SeaComparison | None:
    packages = packages_for_freight(planned)
    if country is None or not packages:
        return None
    consignment = Consignment(
        seller=party_of_seller(seller),
        buyer=Party(name="", country=country),
        items=(Item("", 1, Money.zero("USD")),),
        packages=packages,
    )
    return compare_sea(consignment=consignment, seller_id=seller.pk, on=on)
