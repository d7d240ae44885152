"""What the telephones at the doors of a fair ask for."""

import enum

from marketplace.accounts.permissions import Permission
from marketplace.expo.door.door_scan import Direction
from marketplace.expo.door.record_scan import Outcome
from marketplace.expo.graphql.access import STAFF
from marketplace.graphql import (
    UUID,
    Date,
    DateTime,
    Enum,
    Field,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    permission,
)

DOOR = STAFF | permission(Permission.EXPO_DOOR)
DoorDirectionEnum = Enum.from_enum(Direction, name="DoorDirectionEnum", description="Through a door, in or out.")
DoorOutcomeEnum = Enum.from_enum(
    enum.StrEnum("DoorOutcome", {one.name: one.value for one in Outcome}),
    description="What a door says: let in, let in but inside already, left, nobody's badge, or one that is void.",
)


class DoorList(ObjectType):
    """What a telephone takes with it: marks of codes (SHA-256 of ``salt:code``, 16 hexadecimal digits), no names."""

    class Meta:
        access = DOOR

    salt = Field(String, required=True)
    made_at = Field(DateTime, required=True)
    in_force = Field(NonNull(List(NonNull(String))))
    void = Field(NonNull(List(NonNull(String))))
    inside = Field(NonNull(List(NonNull(String))), description="Whose last scan today was inwards, at any door.")
    doors = Field(NonNull(List(NonNull(String))), description="Names that doors of this fair have had.")


class HourOfDoor(ObjectType):
    """What one door counted in one hour."""

    class Meta:
        access = DOOR

    door = Field(String, required=True)
    hour = Field(Int, required=True, description="0 to 23, in the fair's time zone.")
    entered = Field(Int, required=True)
    left = Field(Int, required=True)


class DoorFigures(ObjectType):
    """One day at the doors of a fair."""

    class Meta:
        access = DOOR

    day = Field(Date, required=True)
    people = Field(Int, required=True, description="Different badges that came in.")
    inside = Field(Int, required=True, description="Whose last scan was inwards.")
    scans = Field(Int, required=True)
    hours = Field(NonNull(List(NonNull(HourOfDoor))))


class DoorScanInput(InputObjectType):
    """One badge before one door."""

    mark = String(required=True, description="The mark of the code, or the code itself.")
    door = String(required=True)
    direction = DoorDirectionEnum(required=True)
    scanned_at = DateTime(required=True)
    client_id = UUID(required=True, description="Made by the telephone: the same scan sent twice is one.")
