"""Imports of spreadsheets in the API: for the seller's members and staff."""

import enum
from collections.abc import Sequence
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from catalog.graphql.access import MEMBERS
from catalog.models import ProductImport as ImportRowModel
from catalog.models import ProductImportRow
from catalog.products.bulk_import.correction import correction_path
from catalog.products.bulk_import.error_message import error_message
from catalog.products.bulk_import.models import ApplyMode, ImportPhase, ImportStatus, RowAction
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
ProductImportPhase = Enum.from_enum(
    enum.StrEnum("ProductImportPhase", {name: name for name in ImportPhase.names}),
    description="What is being done; UNDO takes back what ALL_OR_NOTHING had written.",
)
ImportMode = Enum.from_enum(
    enum.StrEnum("ImportMode", {name: name for name in ApplyMode.names}),
    description="GOOD_ROWS leaves refused rows out; ALL_OR_NOTHING does nothing while there are any.",
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
    notes = Field(
        NonNull(List(NonNull(ImportRowError))),
        description="What was read in a way its writer should know of; the row is good all the same.",
    )
    pictures = Field(NonNull(List(NonNull(String))), description="Files of the archive that belong to the row.")

    @staticmethod
    @batch
    def resolve_notes(rows: list[ProductImportRow], info: Any) -> list[list[dict[str, Any]]]:
        return _errors(rows, info.context.language, notes=True)

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
    phase = Field(ProductImportPhase, required=True)
    mode = Field(ImportMode, description="How it is or was applied.")
    done = Field(Int, required=True, description="Rows that the phase has finished.")
    to_do = Field(Int, required=True, description="Rows of the phase, of a file that is being read about so many.")
    problem = Field(String, description="What stopped it, in the language of the request.")
    can_resume = Field(Boolean, required=True)
    can_map = Field(
        Boolean, required=True, name="canMap", description="The file is kept: productImportMap can read it again."
    )
    to_create = Field(Int, required=True, description="Good rows that make a new variant.")
    to_update = Field(Int, required=True, description="Good rows that change something.")
    created = Field(Int, required=True)
    updated = Field(Int, required=True)
    has_pictures = Field(Boolean, required=True)
    pictures_added = Field(Int, required=True)
    purge_at = Field(DateTime, required=True, description="File and rows are forgotten then.")
    total = Field(Int, required=True)
    accepted = Field(Int, required=True)
    refused = Field(Int, required=True)
    columns = Field(NonNull(List(NonNull(ImportColumn))))
    rows = Field(
        NonNull(List(NonNull(ImportRow))),
        first=Int(description="At most this many; 100 unless said."),
        only_refused=Boolean(),
        only_noted=Boolean(description="Good rows that were read in a way to know of."),
        after=Int(description="Rows with a higher number."),
    )
    errors = Field(NonNull(List(NonNull(ImportRowError))), description="Of all rows; the first 500.")
    created_at = Field(DateTime, required=True)
    applied_at = Field(DateTime)
    correction_file_url = Field(String, description="A workbook of the refused rows; the address works for an hour.")

    resolve_rows = related_list(lambda info, **args: _rows(**args), by="product_import_id", first="first")

    @staticmethod
    def resolve_mode(row: ImportRowModel, info: Any) -> str | None:
        return row.mode or None

    @staticmethod
    def resolve_can_map(row: ImportRowModel, info: Any) -> bool:
        return row.is_remappable

    @staticmethod
    def resolve_has_pictures(row: ImportRowModel, info: Any) -> bool:
        return bool(row.pictures)

    @staticmethod
    def resolve_problem(row: ImportRowModel, info: Any) -> str | None:
        return error_message(row.problem, info.context.language) if row.problem else None

    @staticmethod
    @batch
    def resolve_columns(imports: list[ImportRowModel], info: Any) -> list[list[dict[str, Any]]]:
        return [[{"header": header, "field": field} for header, field in row.columns] for row in imports]

    @staticmethod
    @batch
    def resolve_errors(imports: list[ImportRowModel], info: Any) -> list[list[dict[str, Any]]]:
        refused = ProductImportRow.objects.filter(product_import__in=imports, accepted=False)
        place = Window(RowNumber(), partition_by=F("product_import_id"), order_by=F("number").asc())
        first = refused.annotate(place=place).filter(place__lte=MOST_ERRORS).select_related("product_import")
        rows = list(first.order_by("product_import_id", "number"))
        found: dict[int, list[dict[str, Any]]] = {row.pk: [] for row in imports}
        for row, errors in zip(rows, _errors(rows, info.context.language), strict=True):
            found[row.product_import_id] += errors[: MOST_ERRORS - len(found[row.product_import_id])]
        return [found[row.pk][:MOST_ERRORS] for row in imports]

    @staticmethod
    @batch
    def resolve_correction_file_url(imports: list[ImportRowModel], info: Any) -> list[str | None]:
        return [correction_path(row, language=info.context.language) if row.refused else None for row in imports]


def _rows(
    *,
    only_refused: bool | None = None,
    only_noted: bool | None = None,
    after: int | None = None,
    first: int | None = None,
) -> Any:
    rows = ProductImportRow.objects.select_related("product_import").order_by("number")
    if only_refused:
        rows = rows.filter(accepted=False)
    if only_noted:
        rows = rows.filter(accepted=True).exclude(errors=[])
    return rows.filter(number__gt=after) if after is not None else rows


def _headers(rows: Sequence[ProductImportRow]) -> dict[int, dict[str, str]]:
    imports = {row.product_import_id: row.product_import for row in rows}
    return {pk: {field: header for header, field in found.columns if field} for pk, found in imports.items()}


def _errors(rows: Sequence[ProductImportRow], language: str, *, notes: bool = False) -> list[list[dict[str, Any]]]:
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
            if bool(error.get("note")) == notes
        ]
        for row in rows
    ]
