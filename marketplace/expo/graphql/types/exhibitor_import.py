"""Imports of exhibitor lists in the API: for staff with expo.manage."""

from typing import Any

from catalog.graphql.types.product_import import ImportColumn, ImportRowAction, ImportRowError, ImportValue
from catalog.products.bulk_import.error_message import error_message
from marketplace.expo.exhibitor_import import ExhibitorImport as ImportRecord
from marketplace.expo.graphql.access import STAFF
from marketplace.graphql import ID, Boolean, DateTime, Field, Int, List, NonNull, ObjectType, String, batch

MOST_ROWS = 500


class ExhibitorImportRow(ObjectType):
    """A row of the list."""

    class Meta:
        access = STAFF

    number = Field(Int, required=True, description="As a spreadsheet program shows it.")
    accepted = Field(Boolean, required=True)
    action = Field(ImportRowAction, description="Null for a row that is refused.")
    values = Field(NonNull(List(NonNull(ImportValue))), description="By the exhibitor's field.")
    errors = Field(NonNull(List(NonNull(ImportRowError))))

    @staticmethod
    @batch
    def resolve_accepted(rows: list[dict[str, Any]], info: Any) -> list[bool]:
        return [not row["errors"] for row in rows]

    @staticmethod
    @batch
    def resolve_values(rows: list[dict[str, Any]], info: Any) -> list[list[dict[str, str]]]:
        return [[{"column": name, "value": text} for name, text in row["values"].items()] for row in rows]

    @staticmethod
    @batch
    def resolve_errors(rows: list[dict[str, Any]], info: Any) -> list[list[dict[str, Any]]]:
        return [[_told(error, info.context.language) for error in row["errors"]] for row in rows]


class ExhibitorImport(ObjectType):
    """A list of exhibitors, previewed or applied."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    file_name = Field(String, required=True)
    feed = Field(String, required=True)
    total = Field(Int, required=True)
    accepted = Field(Int, required=True)
    refused = Field(Int, required=True)
    columns = Field(NonNull(List(NonNull(ImportColumn))))
    rows = Field(
        NonNull(List(NonNull(ExhibitorImportRow))),
        first=Int(description="At most this many; 100 unless said, 500 at most."),
        only_refused=Boolean(),
        size=100,
    )
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)

    @staticmethod
    def resolve_total(stored: ImportRecord, info: Any) -> int:
        return len(stored.rows)

    @staticmethod
    def resolve_accepted(stored: ImportRecord, info: Any) -> int:
        return sum(not row["errors"] for row in stored.rows)

    @staticmethod
    def resolve_refused(stored: ImportRecord, info: Any) -> int:
        return sum(bool(row["errors"]) for row in stored.rows)

    @staticmethod
    def resolve_columns(stored: ImportRecord, info: Any) -> list[dict[str, Any]]:
        return [{"header": header, "field": field} for header, field in stored.columns]

    @staticmethod
    def resolve_rows(
        stored: ImportRecord, info: Any, first: int | None = None, only_refused: bool | None = None
    ) -> list[dict[str, Any]]:
        rows = [row for row in stored.rows if row["errors"] or not only_refused]
        return rows[: min(max(first if first is not None else 100, 0), MOST_ROWS)]


def _told(error: dict[str, Any], language: str) -> dict[str, Any]:
    return {**error, "message": error_message(error, language)}
