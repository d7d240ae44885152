"""What a plan has besides booths, and what was done to it."""

import enum
from typing import Any

from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.plan.booth_price import BoothPrice as PriceRow
from marketplace.expo.plan.change import PlanChange as ChangeRow
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.feature import FeatureKind
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    to_global_id,
)

FeatureKindEnum = Enum.from_enum(
    enum.StrEnum("HallFeatureKindEnum", {name: name for name in FeatureKind.names}),
    description="No booth lies on any of them, POWER and WATER (outlets in the floor) excepted.",
)
PlanVerbEnum = Enum.from_enum(
    enum.StrEnum("PlanVerbEnum", {name: name for name in PlanVerb.names}),
    description="DESCRIBED: code, kind, power or water; FLOOR: aisles, doors, services or the hall itself.",
)


class PlanPoint(ObjectType):
    """A place in a hall."""

    class Meta:
        access = ANYONE

    x = Field(Decimal, required=True)
    y = Field(Decimal, required=True)


class HallFeature(ObjectType):
    """An aisle, a door or a service: a rectangle that is no booth."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    kind = Field(FeatureKindEnum, required=True)
    label = Field(String, required=True, description="Its name, or empty.")
    x = Field(Decimal, required=True)
    y = Field(Decimal, required=True)
    width = Field(Decimal, required=True)
    depth = Field(Decimal, required=True)


class PlanChange(ObjectType):
    """Something that was done to a hall's plan."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    number = Field(Int, required=True, description="The hall's planNumber after it.")
    verb = Field(PlanVerbEnum, required=True)
    booth_ids = Field(NonNull(List(NonNull(ID))), description="Booths it made, changed or removed.")
    booth_codes = Field(NonNull(List(NonNull(String))), description="Their codes, as they were called first.")
    made_by = Field(String, required=True, description="A name, or empty.")
    made_by_you = Field(Boolean, required=True)
    at = Field(DateTime, required=True)

    @staticmethod
    @batch
    def resolve_booth_ids(changes: list[ChangeRow], info: Any) -> list[list[str]]:
        return [[to_global_id("Booth", pk) for pk in _codes(change)] for change in changes]

    @staticmethod
    @batch
    def resolve_booth_codes(changes: list[ChangeRow], info: Any) -> list[list[str]]:
        return [list(_codes(change).values()) for change in changes]

    @staticmethod
    @batch
    def resolve_made_by(changes: list[ChangeRow], info: Any) -> list[str]:
        return [(change.by.full_name or change.by.email) if change.by else "" for change in changes]

    @staticmethod
    @batch
    def resolve_made_by_you(changes: list[ChangeRow], info: Any) -> list[bool]:
        return [change.by_id is not None and change.by_id == info.context.actor.pk for change in changes]


class BoothPrice(ObjectType):
    """What a square metre costs from a day on, before tax."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    kind = Field(String, required=True, description="Of `BoothKindEnum`.")
    per_square_metre = Field(Money, required=True)
    two_sides_percent = Field(Decimal, required=True, description="Surcharge with two open sides: a corner.")
    three_sides_percent = Field(Decimal, required=True, description="The head of a row.")
    four_sides_percent = Field(Decimal, required=True, description="An island.")
    effective_from = Field(Date, required=True)
    effective_to = Field(Date, description="The last day; null: until further notice.")

    @staticmethod
    @batch
    def resolve_per_square_metre(prices: list[PriceRow], info: Any) -> list[Amount]:
        return [Amount(price.per_square_metre, price.currency) for price in prices]


def _codes(change: ChangeRow) -> dict[int, str]:
    codes = {row["id"]: row["code"] for row in change.booths("before")}
    return {**{row["id"]: row["code"] for row in change.booths()}, **codes}
