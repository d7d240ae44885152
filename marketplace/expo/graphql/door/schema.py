"""The doors' part of the public API."""

from datetime import date
from typing import Any

from marketplace.expo.door.day import day_of
from marketplace.expo.door.door_list import DoorList as ListRow
from marketplace.expo.door.door_list import door_list
from marketplace.expo.door.figures import DoorFigures as FiguresRow
from marketplace.expo.door.figures import door_figures
from marketplace.expo.graphql.access import expo_of
from marketplace.expo.graphql.door.door_scan import DoorScan
from marketplace.expo.graphql.door.types import DOOR, DoorFigures, DoorList
from marketplace.graphql import ID, Date, Field, ObjectType


class DoorQueries(ObjectType):
    """For staff at the doors."""

    door_list = Field(DoorList, expo_id=ID(required=True), access=DOOR, cost=20)
    door_figures = Field(
        DoorFigures,
        expo_id=ID(required=True),
        day=Date(description="Of the fair's time zone; today when left out."),
        access=DOOR,
        cost=20,
    )

    @staticmethod
    def resolve_door_list(root: Any, info: Any, expo_id: str) -> ListRow:
        return door_list(expo_of(info, expo_id, "expo_id"), now=info.context.now)

    @staticmethod
    def resolve_door_figures(root: Any, info: Any, expo_id: str, day: date | None = None) -> FiguresRow:
        expo = expo_of(info, expo_id, "expo_id")
        return door_figures(expo, day or day_of(expo, info.context.now))


class DoorMutations(ObjectType):
    """For staff at the doors."""

    door_scan = DoorScan.Field()
