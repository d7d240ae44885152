"""Imports of spreadsheets in the API: for the seller's members and staff."""

import enum
from typing import Any

from catalog.graphql.access import MEMBERS
from catalog.models import ProductImport as ImportRowModel
from catalog.models import ProductImportRow
from catalog.products.bulk_import.correction import correction_path
from catalog.products.bulk_import.error_message import error_message
from catalog.products.bulk_import.models import ImportStatus, RowAction
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related_list,
)

MOST_ERRORS = 500
ProductImportStatus = Enum.from_enum(
    enum.StrEnum("ProductImportStatus", {name: name for name in ImportStatus.names}),
    description="PREVIEWED: nothing has changed yet.",
)
ImportRowAction = Enum.from_enum(
    enum.StrEnum("ImportRowAction", {name: name for name in RowAction.names}), description="What applying it would do."
)


class ImportColumn(ObjectType):
    """A column of the file."""

    class Meta:
        access = SIGNED_IN

    header = Field(String, required=True)
    field = Field(String, description="What it means; null when it is not used.")


class ImportValue(ObjectType):
    """A cell."""

    class Meta:
        access = SIGNED_IN

    column = Field(String, required=True)
    value = Field(String, required=True)


class ImportRowError(ObjectType):
    """What is wrong with a cell."""

    class Meta:
        access = SIGNED_IN

    row = Field(Int, required=True)
    column = Field(String, description="The header of the file, or the field's name when no column has it.")
    code = Field(String, required=True)
    message = Field(String, required=True, description="In the language of the request.")


class ImportRow(ObjectType):
    """A row of the file."""

    class Meta:
        access = SIGNED_IN

    number = Field(Int, required=True, description="As a spreadsheet program shows it.")
    accepted = Field(Boolean, required=True)
    action = Field(ImportRowAction)
    values = Field(NonNull(List(NonNull(ImportValue))))
    errors = Field(NonNull(List(NonNull(ImportRowError))))

    @staticmethod
    @batch
    def resolve_values(rows: list[ProductImportRow], info: Any) -> list[list[dict[str, str]]]:
        headers = _headers(rows)
        return [
            [{"column": headers[row.product_import_id].get(f, f), "value": text} for f, text in row.values.items()]
            for row in rows
        ]

    @staticmethod
    @batch
    def resolve_errors(rows: list[ProductImportRow], info: Any) -> list[list[dict[str, Any]]]:
        return _errors(rows, info.context.language)


class ProductImport(ObjectType):
    """An uploaded spreadsheet of products."""

    class Meta:
        access = MEMBERS

    id = Field(ID, required=True)
    file_name = Field(String, required=True)
    status = Field(ProductImportStatus, required=True)
    total = Field(Int, required=True)
    accepted = Field(Int, required=True)
    refused = Field(Int, required=True)
    columns = Field(NonNull(List(NonNull(ImportColumn))))
    rows = Field(
        NonNull(List(NonNull(ImportRow))),
        first=Int(description="At most this many; 100 unless said."),
        only_refused=Boolean(),
    )
    errors = Field(NonNull(List(NonNull(ImportRowError))), description="Of all rows; the first 500.")
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)
    correction_file_url = Field(String, description="A workbook of the refused rows; the address works for an hour.")

    resolve_rows = related_list(lambda info, **args: _rows(**args), by="product_import_id", first="first")

    @staticmethod
    @batch
    def resolve_columns(imports: list[ImportRowModel], info: Any) -> list[list[dict[str, Any]]]:
        return [[{"header": header, "field": field} for header, field in row.columns] for row in imports]

    @staticmethod
    @batch
    def resolve_errors(imports: list[ImportRowModel], info: Any) -> list[list[dict[str, Any]]]:
        refused = ProductImportRow.objects.filter(product_import__in=imports, accepted=False)
        rows = list(refused.select_related("product_import").order_by("product_import_id", "number"))
        found: dict[int, list[dict[str, Any]]] = {row.pk: [] for row in imports}
        for row, errors in zip(rows, _errors(rows, info.context.language), strict=True):
            found[row.product_import_id] += errors
        return [found[row.pk][:MOST_ERRORS] for row in imports]

    @staticmethod
    @batch
    def resolve_correction_file_url(imports: list[ImportRowModel], info: Any) -> list[str | None]:
        return [correction_path(row, language=info.context.language) if row.refused else None for row in imports]


def _rows(*, only_refused: bool | None = None, first: int | None = None) -> Any:
    rows = ProductImportRow.objects.select_related("product_import").order_by("number")
    return rows.filter(accepted=False) if only_refused else rows


def _headers(rows: list[ProductImportRow]) -> dict[int, dict[str, str]]:
    imports = {row.product_import_id: row.product_import for row in rows}
    return {pk: {field: header for header, field in found.columns if field} for pk, found in imports.items()}


def _errors(rows: list[ProductImportRow], language: str) -> list[list[dict[str, Any]]]:
    headers = _headers(rows)
    return [
        [
            {
                "row": row.number,
                "column": headers[row.product_import_id].get(error["column"], error["column"]),
                "code": error["code"],
                "message": error_message(error, language),
            }
            for error in row.errors
        ]
        for row in rows
    ]
