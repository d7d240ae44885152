"""Imports of exhibitor lists in the API: for staff with expo.manage."""

from typing import Any

from catalog.graphql.types.product_import import ImportColumn, ImportRowError, ImportValue
from catalog.products.bulk_import.error_message import error_message
from marketplace.expo.exhibitor_import import ExhibitorImport as ImportRecord
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.imports.types import (
    ExhibitorChange,
    ExhibitorImportOutcome,
    ExhibitorImportState,
    ExhibitorKnownBy,
    ExhibitorRowAction,
    ExhibitorSource,
    MissingExhibitor,
    SimilarExhibitor,
)
from marketplace.expo.imports.row import RowAction
from marketplace.graphql import ID, Boolean, DateTime, Field, Int, List, NonNull, ObjectType, String, batch, related

MOST_ROWS = 500
UNREAD = ("rows", "missing", "decisions")
"""Columns of megabytes, which lists of imports leave alone."""


class ExhibitorImportRow(ObjectType):
    """A row of the list."""

    class Meta:
        access = STAFF

    number = Field(Int, required=True, description="As a spreadsheet program shows it.")
    accepted = Field(Boolean, required=True)
    action = Field(ExhibitorRowAction, description="Null for a row that is refused.")
    known_by = Field(ExhibitorKnownBy, description="Null for a new firm.")
    changes = Field(NonNull(List(NonNull(ExhibitorChange))), description="Of an exhibitor that is there.")
    similar = Field(NonNull(List(NonNull(SimilarExhibitor))), size=3, description="Whom a new firm looks like.")
    seller = Field(String, description="The seller of the marketplace that it is linked to.")
    values = Field(NonNull(List(NonNull(ImportValue))), description="By the exhibitor's field.")
    errors = Field(NonNull(List(NonNull(ImportRowError))))

    @staticmethod
    @batch
    def resolve_accepted(rows: list[dict[str, Any]], info: Any) -> list[bool]:
        return [not row["errors"] for row in rows]

    @staticmethod
    @batch
    def resolve_known_by(rows: list[dict[str, Any]], info: Any) -> list[str | None]:
        return [row.get("known_by") for row in rows]

    @staticmethod
    @batch
    def resolve_changes(rows: list[dict[str, Any]], info: Any) -> list[list[dict[str, str]]]:
        return [row.get("changes", []) for row in rows]

    @staticmethod
    @batch
    def resolve_similar(rows: list[dict[str, Any]], info: Any) -> list[list[dict[str, Any]]]:
        return [row.get("similar", []) for row in rows]

    @staticmethod
    @batch
    def resolve_seller(rows: list[dict[str, Any]], info: Any) -> list[str | None]:
        return [row.get("seller") or None for row in rows]

    @staticmethod
    @batch
    def resolve_values(rows: list[dict[str, Any]], info: Any) -> list[list[dict[str, str]]]:
        return [[{"column": name, "value": text} for name, text in row["values"].items()] for row in rows]

    @staticmethod
    @batch
    def resolve_errors(rows: list[dict[str, Any]], info: Any) -> list[list[dict[str, Any]]]:
        return [[_told(error, info.context.language) for error in row["errors"]] for row in rows]


class ExhibitorRowCount(ObjectType):
    """How many rows would do something."""

    class Meta:
        access = STAFF

    action = Field(ExhibitorRowAction, required=True)
    count = Field(Int, required=True)


class ExhibitorImport(ObjectType):
    """A list of exhibitors: being fetched, previewed or applied."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    file_name = Field(String, required=True)
    feed = Field(String, required=True)
    state = Field(ExhibitorImportState, required=True)
    problem = Field(String, description="Why it could not be fetched or applied.")
    outcome = Field(ExhibitorImportOutcome, description="Null before it has been applied.")
    total = Field(Int, required=True)
    accepted = Field(Int, required=True)
    refused = Field(Int, required=True)
    source = Field(ExhibitorSource)
    counts = Field(NonNull(List(NonNull(ExhibitorRowCount))), size=6, description="Of the good rows, by action.")
    missing = Field(
        NonNull(List(NonNull(MissingExhibitor))),
        size=50,
        description="Whom the source listed before and does not any more, at most 500; they stay unless chosen.",
    )
    columns = Field(NonNull(List(NonNull(ImportColumn))))
    rows = Field(
        NonNull(List(NonNull(ExhibitorImportRow))),
        first=Int(description="At most this many; 100 unless said, 500 at most."),
        only_refused=Boolean(),
        actions=List(NonNull(ExhibitorRowAction), description="Only rows that would do one of these."),
        size=100,
    )
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)

    @staticmethod
    def resolve_problem(stored: ImportRecord, info: Any) -> str | None:
        return error_message(stored.problem, info.context.language) if stored.problem else None

    @staticmethod
    def resolve_outcome(stored: ImportRecord, info: Any) -> dict[str, int] | None:
        return stored.outcome or None

    @staticmethod
    def resolve_total(stored: ImportRecord, info: Any) -> int:
        return int(stored.tally.get("total", 0))

    @staticmethod
    def resolve_accepted(stored: ImportRecord, info: Any) -> int:
        return int(stored.tally.get("total", 0)) - int(stored.tally.get("refused", 0))

    @staticmethod
    def resolve_refused(stored: ImportRecord, info: Any) -> int:
        return int(stored.tally.get("refused", 0))

    @staticmethod
    def resolve_columns(stored: ImportRecord, info: Any) -> list[dict[str, Any]]:
        return [{"header": header, "field": field} for header, field in stored.columns]

    resolve_source = related("source")

    @staticmethod
    def resolve_counts(stored: ImportRecord, info: Any) -> list[dict[str, Any]]:
        counts = {action: stored.tally.get(action.value, 0) for action in RowAction}
        return [{"action": action.value, "count": count} for action, count in counts.items() if count]

    @staticmethod
    @batch
    def resolve_missing(imports: list[ImportRecord], info: Any) -> list[list[dict[str, Any]]]:
        stored = _columns(imports, "missing")
        return [stored[each.pk][:MOST_ROWS] for each in imports]

    @staticmethod
    @batch
    def resolve_rows(
        imports: list[ImportRecord],
        info: Any,
        first: int | None = None,
        only_refused: bool | None = None,
        actions: list[Any] | None = None,
    ) -> list[list[dict[str, Any]]]:
        most = min(max(first if first is not None else 100, 0), MOST_ROWS)
        stored, wanted = _columns(imports, "rows"), {str(action) for action in actions or ()}
        return [_wanted(stored[each.pk], bool(only_refused), wanted)[:most] for each in imports]


def _wanted(rows: list[dict[str, Any]], only_refused: bool, actions: set[str]) -> list[dict[str, Any]]:
    if only_refused:
        return [row for row in rows if row["errors"]]
    return [row for row in rows if row["action"] in actions] if actions else rows


def _columns(imports: list[ImportRecord], name: str) -> dict[int, list[dict[str, Any]]]:
    """A column that lists of imports leave unread, of all of them in one query."""
    read = {each.pk: getattr(each, name) for each in imports if name not in each.get_deferred_fields()}
    left = [each.pk for each in imports if each.pk not in read]
    return {**read, **dict(ImportRecord.objects.filter(pk__in=left).values_list("pk", name))} if left else read


def _told(error: dict[str, Any], language: str) -> dict[str, Any]:
    return {**error, "message": error_message(error, language)}
