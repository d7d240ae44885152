"""Queries and mutations about importing: codes, rules, restricted goods."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from catalog.graphql.access import reviewable_products, visible_products
from catalog.products.classification.hs_code_change import HsCodeChange as ChangeRow
from i18n.graphql.types.country import CountryCode
from i18n.graphql.types.language import language_argument
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.customs.hs.find import HsHeading, find_codes
from logistics.customs.hs.suggest import HsSuggestion, suggest_codes
from logistics.customs.restricted import rule as restricted
from logistics.customs.restricted.check import goods_of, rules_for
from logistics.customs.rules.edition import CustomsEdition as EditionRow
from logistics.customs.rules.rule import Rule, RuleKind
from logistics.customs.rules.rulebook import rulebook
from logistics.graphql.customs.edition_types import (
    MANAGES_CUSTOMS,
    CustomsEdition,
    CustomsEditionCountableConnection,
    CustomsRule,
    CustomsRuleKind,
)
from logistics.graphql.customs.hs_types import HsCode, HsCodeChange, HsCodeSuggestion
from logistics.graphql.customs.mutations import CustomsRulesApply, CustomsRulesDiscard, CustomsRulesPreview
from logistics.graphql.customs.trade_rule import TradeRule
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Date,
    Field,
    InputError,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)

MOST_CODES = 50
MOST_RULES = 300
MOST_CHANGES = 100
MOST_CHARACTERS = 200


class CustomsQueries(ObjectType):
    """Codes of goods, what importing them costs, and where they may not go."""

    hs_codes = Field(
        List(NonNull(HsCode)),
        required=True,
        size=20,
        search=String(required=True, description="Words in one's own language, or the first digits."),
        language_code=language_argument(),
        first=Int(description="At most 50; 20 unless said."),
        access=ANYONE,
        cost=5,
        description="Search in the nomenclature of goods, the best first. Help with classifying, not a ruling.",
    )
    hs_code_suggestions = Field(
        List(NonNull(HsCodeSuggestion)),
        required=True,
        size=6,
        product=ID(required=True),
        access=SIGNED_IN,
        cost=20,
        description="Codes that similar products here carry; empty for a product one has nothing to do with.",
    )
    hs_code_changes = Field(
        List(NonNull(HsCodeChange)),
        required=True,
        size=5,
        product=ID(required=True),
        access=SIGNED_IN,
        description="Which codes a product had, the latest first; empty for a product one has nothing to do with.",
    )
    trade_rules = Field(
        List(NonNull(TradeRule)),
        required=True,
        size=4,
        product=ID(required=True),
        country=CountryCode(required=True, description="Where the goods go."),
        for_makers=Boolean(description="With what makers are reminded of."),
        access=ANYONE,
        description="What a country asks of a product; empty where nothing is on record.",
    )
    customs_rules = Field(
        List(NonNull(CustomsRule)),
        required=True,
        size=100,
        country=CountryCode(required=True),
        on=Date(description="Today unless said."),
        kind=List(NonNull(CustomsRuleKind)),
        hs=String(description="Only rules that are about codes beginning with these digits, or about all goods."),
        access=ANYONE,
        cost=5,
        description="What holds at import into a country on a day, as far as it is on record; at most 300.",
    )
    customs_editions = ConnectionField(
        CustomsEditionCountableConnection,
        access=MANAGES_CUSTOMS,
        description="Files of customs rules, the newest first.",
    )
    customs_edition = Field(CustomsEdition, id=ID(required=True), access=MANAGES_CUSTOMS)

    @staticmethod
    def resolve_hs_codes(
        root: Any, info: Any, search: str, language_code: Any = None, first: int | None = None
    ) -> list[HsHeading]:
        limit = 20 if first is None else first
        if not 1 <= limit <= MOST_CODES:
            raise InputError(_("From 1 to %(most)s are possible."), field="first", params={"most": MOST_CODES})
        language = language_code.value if language_code else info.context.language
        return find_codes(search[:MOST_CHARACTERS], language, limit=limit)

    @staticmethod
    def resolve_hs_code_suggestions(root: Any, info: Any, product: str) -> list[HsSuggestion]:
        key = integer_key(product, "Product", field="product")
        found = reviewable_products(info).filter(pk=key).first()
        return suggest_codes(found, info.context.language) if found else []

    @staticmethod
    def resolve_hs_code_changes(root: Any, info: Any, product: str) -> list[ChangeRow]:
        own = reviewable_products(info).filter(pk=integer_key(product, "Product", field="product"))
        return list(ChangeRow.objects.filter(product__in=own).order_by("-at", "-pk")[:MOST_CHANGES])

    @staticmethod
    def resolve_trade_rules(
        root: Any, info: Any, product: str, country: str, for_makers: bool | None = None
    ) -> list[restricted.TradeRule]:
        found = visible_products(info).filter(pk=integer_key(product, "Product", field="product")).first()
        if found is None:
            return []
        day = day_here(info.context.now)
        return rules_for(goods_of(found), country=country, on=day, for_makers=bool(for_makers))

    @staticmethod
    def resolve_customs_rules(
        root: Any,
        info: Any,
        country: str,
        on: date | None = None,
        kind: list[Any] | None = None,
        hs: str | None = None,
    ) -> list[Rule]:
        territory = rulebook().territory_of(country)
        if territory is None:
            return []
        kinds = [RuleKind(each.value) for each in kind] if kind else list(RuleKind)
        day = on or day_here(info.context.now)
        digits = "".join(each for each in (hs or "")[:20] if each.isdigit())
        found = [
            rule
            for each in kinds
            for rule in territory.in_force(each, day)
            if not digits or rule.hs.startswith(digits) or digits.startswith(rule.hs)
        ]
        found.sort(key=lambda rule: (rule.kind, rule.hs, rule.agreement, rule.country, rule.name))
        return found[:MOST_RULES]

    @staticmethod
    def resolve_customs_editions(root: Any, info: Any) -> QuerySet[EditionRow]:
        return EditionRow.objects.order_by("-created_at", "-id")

    @staticmethod
    def resolve_customs_edition(root: Any, info: Any, id: str) -> EditionRow | None:
        return EditionRow.objects.filter(pk=integer_key(id, "CustomsEdition")).first()


class CustomsMutations(ObjectType):
    """Keeping customs rules."""

    customs_rules_preview = CustomsRulesPreview.Field()
    customs_rules_apply = CustomsRulesApply.Field()
    customs_rules_discard = CustomsRulesDiscard.Field()
