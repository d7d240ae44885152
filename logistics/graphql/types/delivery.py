"""What a way of delivery consists of: where goods are fetched, and the legs of a through quote."""

import enum
from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from logistics.carrier import QuoteLeg
from logistics.places.place import place_of
from marketplace.graphql import ANYONE, Date, Enum, Field, Int, ObjectType, String

DeliveryLegMode = Enum.from_enum(
    enum.StrEnum("DeliveryLegMode", {name: name for name in ("TRUCK", "BARGE", "RAIL", "VESSEL", "AIR", "HANDLING")}),
    description="What carries goods on a stretch; HANDLING is what is paid for between them.",
)


class PickupPlace(ObjectType):
    """Where and when a buyer fetches goods."""

    class Meta:
        access = ANYONE

    place = Field(String, description="Null: the seller's own address.")
    hours = Field(String)
    first_day = Field(Date)
    last_day = Field(Date)

    @staticmethod
    def resolve_place(pickup: Any, info: Any) -> str | None:
        return pickup.place or None

    @staticmethod
    def resolve_hours(pickup: Any, info: Any) -> str | None:
        return pickup.hours or None


class DeliveryLeg(ObjectType):
    """One stretch of a through quote."""

    class Meta:
        access = ANYONE

    mode = Field(DeliveryLegMode, required=True)
    origin = Field(String, description="UN/LOCODE; null: the seller's own place.")
    origin_name = Field(String)
    destination = Field(String, description="UN/LOCODE; null: the buyer's own place.")
    destination_name = Field(String)
    price = Field(Money, required=True, description="In the tariff's currency; all of them are the whole price.")
    minimum_days = Field(Int, required=True)
    maximum_days = Field(Int, required=True)
    description = Field(String, description="What is paid for, where the mode does not say it.")

    @staticmethod
    def resolve_origin(leg: QuoteLeg, info: Any) -> str | None:
        return leg.origin or None

    @staticmethod
    def resolve_destination(leg: QuoteLeg, info: Any) -> str | None:
        return leg.destination or None

    @staticmethod
    def resolve_origin_name(leg: QuoteLeg, info: Any) -> str | None:
        return place_of(leg.origin).name if leg.origin else None

    @staticmethod
    def resolve_destination_name(leg: QuoteLeg, info: Any) -> str | None:
        return place_of(leg.destination).name if leg.destination else None

    @staticmethod
    def resolve_minimum_days(leg: QuoteLeg, info: Any) -> int:
        return leg.min_days

    @staticmethod
    def resolve_maximum_days(leg: QuoteLeg, info: Any) -> int:
        return leg.max_days

    @staticmethod
    def resolve_description(leg: QuoteLeg, info: Any) -> str | None:
        return gettext(info.context.language, leg.what) if leg.what else None
