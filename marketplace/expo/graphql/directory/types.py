"""The way through a fair and the sheets that hang at its booths, in the API."""

from typing import Any

from marketplace.expo.directory.route import Stop
from marketplace.expo.graphql.access import STAFF
from marketplace.graphql import ANYONE, Field, Int, ObjectType, String, batch


def _exhibitor() -> Any:
    from marketplace.expo.graphql.types.exhibitor import Exhibitor

    return Exhibitor


def _booth() -> Any:
    from marketplace.expo.graphql.types.hall import Booth

    return Booth


def _hall() -> Any:
    from marketplace.expo.graphql.types.hall import Hall

    return Hall


class FairStop(ObjectType):
    """One exhibitor on the way through a fair."""

    class Meta:
        access = ANYONE

    number = Field(Int, required=True, description="From 1.")
    exhibitor = Field(_exhibitor, required=True)
    hall = Field(_hall, description="Null for one who has no booth yet; they come last.")
    booth = Field(_booth)

    @staticmethod
    @batch
    def resolve_exhibitor(stops: list[Stop], info: Any) -> list[Any]:
        return [stop.exhibitor for stop in stops]

    @staticmethod
    @batch
    def resolve_hall(stops: list[Stop], info: Any) -> list[Any]:
        return [stop.hall for stop in stops]

    @staticmethod
    @batch
    def resolve_booth(stops: list[Stop], info: Any) -> list[Any]:
        return [stop.booth for stop in stops]


class BoothCodesFile(ObjectType):
    """Cards to cut up and hang at the booths."""

    class Meta:
        access = STAFF

    file_name = Field(String, required=True)
    media_type = Field(String, required=True)
    content = Field(String, required=True, description="Base64.")
