"""Landed cost in the API."""

import enum
from typing import Any

from i18n.graphql.types.money import Money
from logistics.customs.estimate import LandedCost
from marketplace.graphql import (
    ANYONE,
    Boolean,
    Date,
    Decimal,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
)

LandedCostKind = Enum.from_enum(
    enum.StrEnum("LandedCostKind", {name: name for name in ("GOODS", "FREIGHT", "DUTY", "TAX", "FEE")}),
    description="What a line of a landed cost estimate is for.",
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

    @staticmethod
    def resolve_legal_basis(line: Any, info: Any) -> str | None:
        return line.legal_basis or None

    @staticmethod
    def resolve_source(line: Any, info: Any) -> str | None:
        return line.source or None


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

    @staticmethod
    def resolve_missing(cost: LandedCost, info: Any) -> list[str]:
        return list(cost.missing)
