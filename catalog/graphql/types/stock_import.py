"""Files of counts in the API: for the managers of their seller."""

import enum
from typing import Any

from catalog.graphql.access import MANAGERS
from catalog.models import StockImport as StockImportRow
from catalog.stock.stock_import.models import StockImportStatus as Status
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

MOST_ROWS = 500
StockImportStatus = Enum.from_enum(
    enum.StrEnum("StockImportStatus", {name: name for name in Status.names}),
    description="PREVIEWED: nothing has changed yet.",
)


class StockImportRowError(ObjectType):
    """What is wrong with a row."""

    class Meta:
        access = SIGNED_IN

    field = Field(String, required=True, description="sku, warehouse or quantity.")
    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")


class StockImportLine(ObjectType):
    """A row of the file. Whoever may read the import may read its rows."""

    class Meta:
        access = SIGNED_IN
        name = "StockImportRow"

    number = Field(Int, required=True, description="As a spreadsheet program shows it.")
    sku = Field(String, required=True)
    warehouse = Field(String, required=True, description="As the file names it; empty: the first open one.")
    quantity = Field(Int, description="Null when it cannot be read.")
    quantity_before = Field(Int, required=True, description="What lay there when it was looked through.")
    error = Field(StockImportRowError)

    @staticmethod
    @batch
    def resolve_quantity_before(rows: list[dict[str, Any]], info: Any) -> list[int]:
        return [row["before"] for row in rows]

    @staticmethod
    @batch
    def resolve_error(rows: list[dict[str, Any]], info: Any) -> list[dict[str, Any] | None]:
        return [_said(row["problem"], info.context.language) for row in rows]


class StockImport(ObjectType):
    """An uploaded file of counts."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    seller = Field(Seller, required=True)
    file_name = Field(String, required=True)
    status = Field(StockImportStatus, required=True)
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)
    total = Field(Int, required=True, description="Rows of the file.")
    refused = Field(Int, required=True, description="Rows that are wrong.")
    changed = Field(Int, required=True, description="Good rows that say another number than what lies there.")
    written = Field(Int, required=True, description="Counts that were set.")
    rows = Field(
        NonNull(List(NonNull(StockImportLine))),
        size=100,
        description="Those that are wrong first, at most five hundred.",
    )

    resolve_seller = related("seller")

    @staticmethod
    @batch
    def resolve_total(imports: list[StockImportRow], info: Any) -> list[int]:
        return [len(one.rows) for one in imports]

    @staticmethod
    @batch
    def resolve_refused(imports: list[StockImportRow], info: Any) -> list[int]:
        return [sum(row["problem"] is not None for row in one.rows) for one in imports]

    @staticmethod
    @batch
    def resolve_changed(imports: list[StockImportRow], info: Any) -> list[int]:
        return [sum(row["problem"] is None and row["quantity"] != row["before"] for row in one.rows) for one in imports]

    @staticmethod
    @batch
    def resolve_rows(imports: list[StockImportRow], info: Any) -> list[list[dict[str, Any]]]:
        return [sorted(one.rows, key=lambda row: row["problem"] is None)[:MOST_ROWS] for one in imports]


def _said(problem: dict[str, Any] | None, language: str) -> dict[str, str] | None:
    if problem is None:
        return None
    message = gettext(language, problem["message"], **problem["params"])
    return {"field": problem["field"], "code": problem["code"], "message": message}
