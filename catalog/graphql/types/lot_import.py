"""Spreadsheets of lots in the API: for the managers of their seller."""

import enum
from datetime import datetime
from typing import Any

from catalog.graphql.access import MANAGERS
from catalog.graphql.types.trace_step import KIND_WORDS
from catalog.traceability.lot_import.lot_import import LotImport as LotImportRow
from catalog.traceability.lot_import.lot_import import LotImportStatus as Status
from catalog.traceability.templates.words import STAGES
from i18n.messages import gettext
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)
from marketplace.sellers.graphql.types.seller import Seller

LotImportStatus = Enum.from_enum(
    enum.StrEnum("LotImportStatus", {name: name for name in Status.names}),
    description="PREVIEWED: nothing has changed yet.",
)
LotImportAction = Enum.from_enum(
    enum.StrEnum("LotImportAction", {name: name for name in ("LOT", "STEP", "KNOWN")}),
    description="LOT makes a new lot and its first step, STEP adds a step, KNOWN is there already.",
)


class LotImportRowError(ObjectType):
    """What is wrong with a row."""

    class Meta:
        access = SIGNED_IN

    field = Field(String, required=True, description="The column.")
    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")


class LotImportLine(ObjectType):
    """A row of the file. Whoever may read the import may read its rows."""

    class Meta:
        access = SIGNED_IN
        name = "LotImportRow"

    number = Field(Int, required=True, description="As a spreadsheet program shows it.")
    lot = Field(String, required=True)
    stage = Field(String, required=True, description="In the language of the request; as written when it is not known.")
    occurred_at = Field(DateTime, description="Null when it cannot be read.")
    title = Field(String, required=True)
    action = Field(LotImportAction, required=True)
    error = Field(LotImportRowError)

    @staticmethod
    @batch
    def resolve_stage(rows: list[dict[str, Any]], info: Any) -> list[str]:
        return [_stage(row, info.context.language) for row in rows]

    @staticmethod
    @batch
    def resolve_occurred_at(rows: list[dict[str, Any]], info: Any) -> list[datetime | None]:
        return [datetime.fromisoformat(row["occurred_at"]) if row["occurred_at"] else None for row in rows]

    @staticmethod
    @batch
    def resolve_error(rows: list[dict[str, Any]], info: Any) -> list[dict[str, Any] | None]:
        return [_said(row["problem"], info.context.language) for row in rows]


class LotImport(ObjectType):
    """An uploaded sheet of lots and their steps."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    seller = Field(Seller, required=True)
    file_name = Field(String, required=True)
    status = Field(LotImportStatus, required=True)
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)
    total = Field(Int, required=True, description="Rows of the file.")
    refused = Field(Int, required=True, description="Rows that are wrong.")
    lots_created = Field(Int, required=True)
    steps_created = Field(Int, required=True)
    codes_created = Field(Int, required=True)
    rows = Field(
        NonNull(List(NonNull(LotImportLine))), size=100, description="Those that are wrong first, at most five hundred."
    )

    resolve_seller = related("seller")

    @staticmethod
    @batch
    def resolve_total(imports: list[LotImportRow], info: Any) -> list[int]:
        return [len(one.rows) for one in imports]

    @staticmethod
    @batch
    def resolve_refused(imports: list[LotImportRow], info: Any) -> list[int]:
        return [sum(row["problem"] is not None for row in one.rows) for one in imports]

    @staticmethod
    @batch
    def resolve_rows(imports: list[LotImportRow], info: Any) -> list[list[dict[str, Any]]]:
        return [sorted(one.rows, key=lambda row: row["problem"] is None) for one in imports]


def _stage(row: dict[str, Any], language: str) -> str:
    named = STAGES.get(row["template_stage"]) or KIND_WORDS.get(row["kind"])
    return gettext(language, named) if named else str(row["stage"])


def _said(problem: dict[str, Any] | None, language: str) -> dict[str, str] | None:
    if problem is None:
        return None
    message = gettext(language, problem["message"], **problem["params"])
    return {"field": problem["field"], "code": problem["code"], "message": message}
