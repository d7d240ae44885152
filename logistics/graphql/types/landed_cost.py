"""Landed cost in the API."""

import enum
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from logistics.customs.estimate import Confidence, ItemCost, LandedCost, Line, PreferenceOption
from logistics.customs.wording import WHO_PAYS
from logistics.incoterms import INCOTERMS, Payer, who_pays
from logistics.left_out import LeftOut, WhyLeftOut
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    to_global_id,
)

LandedCostKind = Enum.from_enum(
    enum.StrEnum("LandedCostKind", {name: name for name in ("GOODS", "FREIGHT", "DUTY", "TAX", "FEE")}),
    description="What a line of a landed cost estimate is for.",
)


LandedCostConfidence = Enum.from_enum(
    Confidence,
    name="LandedCostConfidence",
    description=(
        "EXACT: by checked rules, without an exchange rate or assumption, as far as an estimate can be. ESTIMATE: by a "
        "rule that was not compared with its text, or with an assumption. UNKNOWN: levied, and how much is not known."
    ),
)
LandedCostPayer = Enum.from_enum(
    enum.StrEnum("LandedCostPayer", {"BUYER": "buyer", "SELLER": "seller"}),
    description="Who pays something under the Incoterm.",
)


class LandedCostLine(ObjectType):
    """One part of the cost, with the rule and the date it rests on."""

    class Meta:
        access = ANYONE

    kind = Field(LandedCostKind, required=True)
    label = Field(String, required=True)
    amount = Field(Money, description="Null when it is levied and how much is not on record.")
    rate = Field(Decimal, description="A share of one: 0.21 for 21 %.")
    basis = Field(String, required=True, description="How the amount was reached, in the language of the request.")
    legal_basis = Field(String)
    effective_from = Field(Date, description="Since when the rule holds.")
    source = Field(String, description="Where the rule was read.")
    source_date = Field(Date, description="When it was read.")
    rule = Field(String, description="Names the rule: EU/duty/69120023/2022-01-01, with @7 for the seventh edition.")
    is_checked = Field(Boolean, required=True, description="The rule was compared with its official text.")
    confidence = Field(LandedCostConfidence, required=True)
    payer = Field(LandedCostPayer, required=True, description="What the seller pays at import is not in the total.")
    least = Field(Money, description="The limits of an amount that is not known exactly and not counted.")
    most = Field(Money)

    @staticmethod
    def resolve_rule(line: Line, info: Any) -> str | None:
        return line.rule or None

    @staticmethod
    def resolve_is_checked(line: Line, info: Any) -> bool:
        return line.checked

    @staticmethod
    def resolve_legal_basis(line: Any, info: Any) -> str | None:
        return line.legal_basis or None

    @staticmethod
    def resolve_source(line: Any, info: Any) -> str | None:
        return line.source or None


class LandedCostPreference(ObjectType):
    """What a trade agreement would make of an item's duty, and what it takes. It claims nothing."""

    class Meta:
        access = ANYONE

    agreement = Field(String, required=True)
    name = Field(String, required=True)
    rate = Field(Decimal, description="A share of one; null for a duty by weight or number.")
    duty = Field(Money, required=True)
    saving = Field(Money, required=True, description="Against the ordinary duty.")
    needs = Field(List(NonNull(String)), required=True, size=4, description="Origin, proof, direct transport.")
    legal_basis = Field(String, required=True)
    effective_from = Field(Date, required=True)
    is_checked = Field(Boolean, required=True)

    @staticmethod
    def resolve_needs(option: PreferenceOption, info: Any) -> list[str]:
        return list(option.needs)

    @staticmethod
    def resolve_is_checked(option: PreferenceOption, info: Any) -> bool:
        return option.checked


class LandedCostItem(ObjectType):
    """One item's part of the whole; the items' totals add up to the whole's total."""

    class Meta:
        access = ANYONE

    description = Field(String, required=True)
    hs_code = Field(String)
    quantity = Field(Int, required=True)
    goods = Field(Money, required=True)
    freight = Field(Money, required=True, description="Its share of carriage and insurance.")
    customs_value = Field(Money, required=True)
    duty = Field(Money, description="With additional duties; null when part of it is not known.")
    tax = Field(Money)
    total = Field(Money, required=True)
    per_piece = Field(Money, required=True, description="Rounded.")
    confidence = Field(LandedCostConfidence, required=True)
    preferences = Field(List(NonNull(LandedCostPreference)), required=True, size=2)

    @staticmethod
    def resolve_hs_code(item: ItemCost, info: Any) -> str | None:
        return item.hs_code or None

    @staticmethod
    def resolve_preferences(item: ItemCost, info: Any) -> list[PreferenceOption]:
        return list(item.preferences)


class IncotermDuty(ObjectType):
    """Who pays for a stretch of the way."""

    class Meta:
        access = ANYONE

    what = Field(String, required=True, description="In the language of the request.")
    payer = Field(LandedCostPayer, description="Null: neither owes it to the other.")


WhyLandedCostLeftOut = Enum.from_enum(
    WhyLeftOut,
    name="LandedCostLeftOutReason",
    description="NOT_SOLD: not sold in the market. NOT_LET_IN: the country lets no such goods in.",
)


class LandedCostLeftOut(ObjectType):
    """Goods that were asked for and are in none of the sums."""

    class Meta:
        access = ANYONE

    variant_id = Field(ID, required=True)
    reason = Field(WhyLandedCostLeftOut, required=True)

    @staticmethod
    def resolve_variant_id(one: LeftOut, info: Any) -> str:
        return to_global_id("ProductVariant", one.variant_id)

    @staticmethod
    def resolve_reason(one: LeftOut, info: Any) -> WhyLeftOut:
        return one.why


class LandedCostEstimate(ObjectType):
    """What goods will probably cost at the buyer's door, duties and import tax included."""

    class Meta:
        access = ANYONE

    goods = Field(Money, required=True)
    freight = Field(Money)
    duty = Field(Money, description="Null when part of it is not known; then see the lines.")
    tax = Field(Money, description="Levied at import.")
    fees = Field(Money)
    total = Field(Money, required=True, description="The sum of the lines that have an amount.")
    as_of = Field(Date, required=True, description="The day whose rules and exchange rates were used.")
    complete = Field(Boolean, required=True, description="Nothing is missing.")
    lines = Field(List(NonNull(LandedCostLine)), required=True, size=8)
    missing = Field(List(NonNull(String)), required=True, description="What is not on record, for people.")
    disclaimer = Field(String, required=True)
    confidence = Field(LandedCostConfidence, required=True, description="Of the worst line that the buyer bears.")
    highest = Field(Money, required=True, description="The total with the most of what is not confirmed, where known.")
    paid_by_seller = Field(Money, required=True, description="Duty, tax and fees that the Incoterm puts on the seller.")
    items = Field(List(NonNull(LandedCostItem)), required=True, size=5)
    incoterm = Field(String, required=True)
    who_pays = Field(List(NonNull(IncotermDuty)), required=True, size=5, description="Under the Incoterm.")
    edition = Field(Int, required=True, description="The last edition of the customs rules in it; 0: shipped ones.")
    left_out = Field(
        List(NonNull(LandedCostLeftOut)), required=True, size=2, description="Only where leaving out was asked for."
    )

    @staticmethod
    def resolve_left_out(cost: LandedCost, info: Any) -> list[LeftOut]:
        return list(cost.left_out)

    @staticmethod
    def resolve_items(cost: LandedCost, info: Any) -> list[ItemCost]:
        return list(cost.items)

    @staticmethod
    def resolve_who_pays(cost: LandedCost, info: Any) -> list[dict[str, str | Payer | None]]:
        stretches = who_pays(INCOTERMS[cost.incoterm])
        return [{"what": gettext(info.context.language, WHO_PAYS[key]), "payer": stretches[key]} for key in WHO_PAYS]

    @staticmethod
    def resolve_missing(cost: LandedCost, info: Any) -> list[str]:
        return list(cost.missing)
