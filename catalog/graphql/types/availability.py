"""How a variant can be had, and how its seller wants it sold."""

import enum
from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.models import ProductVariant as VariantRow
from catalog.models import StockPolicy as PolicyRow
from catalog.stock.availability import Availability, AvailabilityMode, availability_of
from catalog.stock.policy import StockMode
from marketplace.graphql import ANYONE, SIGNED_IN, Boolean, Date, Enum, Field, Int, ObjectType, attribute, batch

MOST_SHOWN = 50
AvailabilityModeEnum = Enum.from_enum(
    enum.StrEnum("AvailabilityMode", {mode.name: mode.value for mode in AvailabilityMode}),
    description="How the next buyer gets it.",
)
StockModeEnum = Enum.from_enum(
    enum.StrEnum("StockMode", {mode.name: mode.value for mode in StockMode}),
    description="IN_STOCK: only what lies there is sold. The others are sold before they are there.",
)


class VariantAvailability(ObjectType):
    """How a variant can be had now."""

    class Meta:
        access = ANYONE

    mode = Field(AvailabilityModeEnum, required=True)
    quantity = Field(Int, required=True, description="Pieces that can be ordered; 50 stands for 50 or more.")
    ships_from = Field(
        Date,
        description="The first day on which it can leave if it is paid today; null when nobody has said how long.",
    )

    @staticmethod
    @batch
    def resolve_quantity(rows: list[Availability], info: Any) -> list[int]:
        return [min(row.quantity, MOST_SHOWN) for row in rows]


class StockPolicy(ObjectType):
    """How a variant is sold beyond the shelf, and when its seller is warned."""

    class Meta:
        access = SIGNED_IN

    mode = Field(StockModeEnum, required=True)
    most_promised = Field(Int, description="How many may be sold that are not there; null: without limit.")
    quantity_promised = Field(Int, required=True, description="Pieces that orders wait for.")
    available_from = Field(Date, description="Of a pre-order: the day from which the pieces leave.")
    low_stock_threshold = Field(Int, description="Its seller is warned when no more pieces than this are free.")
    is_low = Field(Boolean, required=True, description="It was warned, and not filled up since.")

    resolve_low_stock_threshold = attribute("low_threshold")

    @staticmethod
    @batch
    def resolve_is_low(rows: list[PolicyRow], info: Any) -> list[bool]:
        return [row.low_since is not None for row in rows]


class AvailabilityOfVariant(ObjectType):
    """Fields of `ProductVariant`."""

    class Meta:
        access = ANYONE

    availability = Field(VariantAvailability, required=True, description="In all warehouses together.")
    stock_policy = Field(StockPolicy, access=MEMBERS, description="Null: only what lies there is sold.")

    @staticmethod
    @batch
    def resolve_availability(variants: list[VariantRow], info: Any) -> list[Availability]:
        return availability_of(variants, now=info.context.now)

    @staticmethod
    @batch
    def resolve_stock_policy(variants: list[VariantRow], info: Any) -> list[PolicyRow | None]:
        rows = PolicyRow.objects.filter(variant_id__in=[variant.pk for variant in variants])
        found = {policy.variant_id: policy for policy in rows}
        return [found.get(variant.pk) for variant in variants]
