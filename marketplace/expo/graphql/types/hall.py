"""Halls and booths in the API. Places and sizes in metres from the hall's top left corner."""

import enum
from typing import Any

from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.hall import Booth as BoothRow
from marketplace.expo.hall import BoothKind, BoothStatus
from marketplace.graphql import (
    ANYONE,
    ID,
    Decimal,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    related,
    related_list,
)

BoothKindEnum = Enum.from_enum(
    enum.StrEnum("BoothKindEnum", {name: name for name in BoothKind.names}),
    description="SHELL with walls and carpet, RAW floor only, ISLAND open on all sides.",
)
BoothStatusEnum = Enum.from_enum(
    enum.StrEnum("BoothStatusEnum", {name: name for name in BoothStatus.names}),
    description="HELD is kept for somebody who has not decided.",
)


class Booth(ObjectType):
    """A rectangle on a hall's plan."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    code = Field(String, required=True)
    x = Field(Decimal, required=True)
    y = Field(Decimal, required=True)
    width = Field(Decimal, required=True)
    depth = Field(Decimal, required=True)
    kind = Field(BoothKindEnum, required=True)
    status = Field(BoothStatusEnum, required=True)
    exhibitor = Field(Exhibitor)
    hall = Field(lambda: Hall, required=True)

    resolve_exhibitor = related("exhibitor")
    resolve_hall = related("hall")


class Hall(ObjectType):
    """A hall and its plan."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True)
    width = Field(Decimal, required=True)
    depth = Field(Decimal, required=True)
    area_square_metres = Field(Decimal, required=True)
    booths = Field(NonNull(List(NonNull(Booth))))

    resolve_booths: Any = related_list(lambda info: BoothRow.objects.order_by("code", "pk"), by="hall_id")
