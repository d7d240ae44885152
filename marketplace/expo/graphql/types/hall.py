"""Halls and booths in the API. Places and sizes in metres from the hall's top left corner."""

import enum
from datetime import date
from decimal import Decimal as Number
from typing import Any

from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from i18n.today import today_here
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.directory.fields import short_addresses
from marketplace.expo.graphql.plan.types import HallFeature, PlanChange, PlanPoint
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.hall import Booth as BoothRow
from marketplace.expo.hall import BoothKind, BoothStatus
from marketplace.expo.plan.change import PlanChange as ChangeRow
from marketplace.expo.plan.feature import HallFeature as FeatureRow
from marketplace.expo.plan.metres import metres
from marketplace.expo.plan.price import booth_prices, surroundings_of
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
    batch,
    integer_key,
    related,
    related_list,
)

BoothKindEnum = Enum.from_enum(
    enum.StrEnum("BoothKindEnum", {name: name for name in BoothKind.names}),
    description="SHELL with walls and carpet, RAW floor only, ISLAND open on all sides.",
)
BoothStatusEnum = Enum.from_enum(
    enum.StrEnum("BoothStatusEnum", {name: name for name in BoothStatus.names}),
    description="HELD is kept for somebody who has not decided, RESERVED promised until a contract is signed.",
)
BoothSideEnum = Enum.from_enum(
    enum.StrEnum("BoothSideEnum", {name: name for name in ("TOP", "RIGHT", "BOTTOM", "LEFT")}),
    description="As the plan is drawn.",
)
MOST_CHANGES = 50


class BoothNeighbour(ObjectType):
    """A booth that stands wall to wall with another."""

    class Meta:
        access = ANYONE

    booth = Field(lambda: Booth, required=True)
    shared_metres = Field(Decimal, required=True)


class Booth(ObjectType):
    """A piece of a hall's floor: a rectangle, or a shape with right angles."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    code = Field(String, required=True)
    x = Field(Decimal, required=True)
    y = Field(Decimal, required=True)
    width = Field(Decimal, required=True, description="Of the smallest rectangle around it.")
    depth = Field(Decimal, required=True, description="Of the smallest rectangle around it.")
    points = Field(NonNull(List(NonNull(PlanPoint))), size=6, description="Its corners, clockwise.")
    is_rectangle = Field(Boolean, required=True)
    area_square_metres = Field(Decimal, required=True)
    kind = Field(BoothKindEnum, required=True)
    status = Field(BoothStatusEnum, required=True)
    held_until = Field(Date, access=STAFF, description="The last day; null: until somebody lets it go, or not held.")
    reserved_for = Field(Exhibitor, access=STAFF)
    power_kw = Field(Decimal, required=True, description="What its exhibitor needs, in kilowatts.")
    needs_water = Field(Boolean, required=True)
    open_sides = Field(NonNull(List(NonNull(BoothSideEnum))), size=4, description="Sides to an aisle; see prices.")
    neighbours = Field(NonNull(List(NonNull(BoothNeighbour))))
    price = Field(
        Money,
        currency=String(required=True),
        on=Date(description="Today in Viet Nam when left out."),
        description="Before tax; null without a price for this kind, currency and day.",
    )
    version = Field(Int, required=True, description="Name it when you change the booth: see STALE.")
    exhibitor = Field(Exhibitor)
    short_address = Field(String, required=True, description="For paper: opens the card of whoever has the booth.")
    hall = Field(lambda: Hall, required=True)

    resolve_exhibitor = related("exhibitor")
    resolve_short_address = batch(short_addresses)
    resolve_reserved_for = related("reserved_for")
    resolve_hall = related("hall")

    @staticmethod
    @batch
    def resolve_points(booths: list[BoothRow], info: Any) -> list[list[dict[str, Number]]]:
        return [[{"x": metres(x), "y": metres(y)} for x, y in booth.outline.points] for booth in booths]

    @staticmethod
    @batch
    def resolve_is_rectangle(booths: list[BoothRow], info: Any) -> list[bool]:
        return [not booth.shape for booth in booths]

    @staticmethod
    @batch
    def resolve_held_until(booths: list[BoothRow], info: Any) -> list[date | None]:
        return [booth.held_until if booth.status is BoothStatus.HELD else None for booth in booths]

    @staticmethod
    @batch
    def resolve_open_sides(booths: list[BoothRow], info: Any) -> list[list[str]]:
        around = surroundings_of(booths)
        return [sorted(around[booth.pk].open_sides) for booth in booths]

    @staticmethod
    @batch
    def resolve_neighbours(booths: list[BoothRow], info: Any) -> list[list[dict[str, Any]]]:
        around = surroundings_of(booths)
        shared = {booth.pk: around[booth.pk].shared for booth in booths}
        rows = BoothRow.objects.in_bulk({pk for each in shared.values() for pk in each})
        return [
            [
                {"booth": rows[pk], "shared_metres": metres(length)}
                for pk, length in sorted(shared[booth.pk].items(), key=lambda item: rows[item[0]].code)
            ]
            for booth in booths
        ]

    @staticmethod
    @batch
    def resolve_price(booths: list[BoothRow], info: Any, currency: str, on: date | None = None) -> list[Amount | None]:
        prices = booth_prices(booths, currency=currency[:3].upper(), on=on or today_here())
        return [prices[booth.pk] for booth in booths]


class Hall(ObjectType):
    """A hall and its plan."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True)
    width = Field(Decimal, required=True)
    depth = Field(Decimal, required=True)
    area_square_metres = Field(Decimal, required=True)
    booths = Field(
        NonNull(List(NonNull(Booth))), ids=List(NonNull(ID), description="Only these, as far as they are here.")
    )
    features = Field(NonNull(List(NonNull(HallFeature))), description="Aisles, doors and services.")
    plan_number = Field(Int, required=True, description="Grows with each change of the plan.")
    changes = Field(
        NonNull(List(NonNull(PlanChange))),
        access=STAFF,
        since=Int(description="Only those after this planNumber."),
        description=f"The latest {MOST_CHANGES}, the last one first.",
        size=10,
    )

    resolve_booths: Any = related_list(lambda info, ids=None: _booths(ids), by="hall_id")
    resolve_features = related_list(lambda info: FeatureRow.objects.order_by("pk"), by="hall_id")

    @staticmethod
    @batch
    def resolve_changes(halls: list[Any], info: Any, since: int | None = None) -> list[list[ChangeRow]]:
        found: dict[int, list[ChangeRow]] = {hall.pk: [] for hall in halls}
        least = {hall.pk: max(since or 0, hall.plan_number - MOST_CHANGES) for hall in halls}
        rows = ChangeRow.objects.filter(hall__in=halls, number__gt=min(least.values())).select_related("by")
        for row in rows.order_by("-number"):
            if row.number > least[row.hall_id]:
                found[row.hall_id].append(row)
        return [found[hall.pk] for hall in halls]


def _booths(ids: list[str] | None) -> Any:
    rows = BoothRow.objects.order_by("code", "pk")
    return rows if ids is None else rows.filter(pk__in=[integer_key(each, "Booth", field="ids") for each in ids[:200]])
