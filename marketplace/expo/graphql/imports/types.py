"""Sources of exhibitor lists and what a row would change, in the API: for staff with expo.manage."""

import enum
from typing import Any

from catalog.graphql.types.product_import import ImportColumn
from marketplace.expo.exhibitor_import import ImportState
from marketplace.expo.feed import FetchedFeed
from marketplace.expo.feeds import feeds
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.imports.row import KnownBy, RowAction
from marketplace.expo.imports.source import ExhibitorSource as SourceRow
from marketplace.graphql import (
    ID,
    Boolean,
    Enum,
    Field,
    Float,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    to_global_id,
)

ExhibitorRowAction = Enum.from_enum(
    enum.StrEnum("ExhibitorRowAction", {each.name: each.value for each in RowAction}),
    description=(
        "ASK: it looks like a firm that is there already, and waits for exhibitorImportDecide; "
        "SKIP: left out by somebody's decision."
    ),
)
ExhibitorKnownBy = Enum.from_enum(
    enum.StrEnum("ExhibitorKnownBy", {each.name: each.value for each in KnownBy}),
    description="What told that an exhibitor is there already; SOURCE: the source's own id.",
)
ExhibitorImportState = Enum.from_enum(
    enum.StrEnum("ExhibitorImportState", {each.name: each.value for each in ImportState}),
    description=(
        "FETCHING: its source is being asked; WAITING: to be applied, as soon as it is its turn; "
        "FAILED: the last thing asked for could not be done and has changed nothing."
    ),
)


class ExhibitorImportOutcome(ObjectType):
    """How many rows did what when the list was applied."""

    class Meta:
        access = STAFF

    created = Field(Int, required=True)
    updated = Field(Int, required=True)
    unchanged = Field(Int, required=True)
    refused = Field(Int, required=True)
    undecided = Field(Int, required=True)
    skipped = Field(Int, required=True)
    removed = Field(Int, required=True, description="Exhibitors that left the directory.")


class ExhibitorChange(ObjectType):
    """Of one field of an exhibitor that is there."""

    class Meta:
        access = STAFF

    field = Field(String, required=True)
    old = Field(String, required=True)
    new = Field(String, required=True)


class SimilarExhibitor(ObjectType):
    """A firm that a new one looks like: an exhibitor that is there, or an earlier row of the list."""

    class Meta:
        access = STAFF

    name = Field(String, required=True)
    likeness = Field(Float, required=True, description="Of the names without form, trade, accents and script; 0 to 1.")
    exhibitor_id = Field(ID)
    row = Field(Int)

    @staticmethod
    @batch
    def resolve_exhibitor_id(rows: list[dict[str, Any]], info: Any) -> list[str | None]:
        keys = [row["exhibitor_id"] for row in rows]
        return [to_global_id("Exhibitor", key) if key is not None else None for key in keys]


class MissingExhibitor(ObjectType):
    """An exhibitor whom the source listed before and does not any more."""

    class Meta:
        access = STAFF

    exhibitor_id = Field(ID, required=True)
    name = Field(String, required=True)

    @staticmethod
    @batch
    def resolve_exhibitor_id(rows: list[dict[str, Any]], info: Any) -> list[str]:
        return [to_global_id("Exhibitor", row["id"]) for row in rows]


class ExhibitorSource(ObjectType):
    """Where lists of exhibitors come from, fair after fair."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    name = Field(String, required=True)
    feed = Field(String, required=True, description="The form its lists have; see exhibitorFeeds.")
    is_fetched = Field(Boolean, required=True, description="Whether it is asked at an address.")
    address = Field(String)
    has_access_key = Field(Boolean, required=True)
    mapping = Field(NonNull(List(NonNull(ImportColumn))), description="As it was last told.")

    @staticmethod
    @batch
    def resolve_is_fetched(sources: list[SourceRow], info: Any) -> list[bool]:
        return [isinstance(feeds().get(source.feed), FetchedFeed) for source in sources]

    @staticmethod
    @batch
    def resolve_address(sources: list[SourceRow], info: Any) -> list[str | None]:
        return [source.address or None for source in sources]

    @staticmethod
    @batch
    def resolve_has_access_key(sources: list[SourceRow], info: Any) -> list[bool]:
        return [bool(source.access_key) for source in sources]

    @staticmethod
    @batch
    def resolve_mapping(sources: list[SourceRow], info: Any) -> list[list[dict[str, Any]]]:
        return [[{"header": name, "field": field} for name, field in source.mapping.items()] for source in sources]


class ExhibitorFeed(ObjectType):
    """A form that lists of exhibitors may have."""

    class Meta:
        access = STAFF

    name = Field(String, required=True)
    is_fetched = Field(Boolean, required=True, description="Whether it is asked at an address.")
