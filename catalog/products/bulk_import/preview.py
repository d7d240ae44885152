"""Upload a spreadsheet and see what it would do; correct rows before applying it."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from catalog.products.bulk_import.bounds import LONGEST_CELL
from catalog.products.bulk_import.columns import FIELDS, Column, map_columns
from catalog.products.bulk_import.evaluate import evaluate
from catalog.products.bulk_import.models import ImportStatus, ProductImport, ProductImportRow
from catalog.products.bulk_import.table import Table, read_table
from catalog.products.fields import one_line
from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller


def preview_import(
    *,
    seller: Seller,
    file_name: str,
    content: bytes,
    by: User | None,
    source_language: str | None = None,
    mapping: Mapping[str, str | None] | None = None,
) -> ProductImport:
    """Read and check the file and keep the result. Nothing of the catalogue changes.

    ``mapping`` says what columns mean where their headers don't (header -> field, ``None`` to ignore one).
    Raises `FileRefused` for a file that cannot be read, `Refused` for a wrong mapping.
    """
    language = source_language or seller.source_language
    _refuse_unknown(language, mapping or {})
    table = read_table(content, known_headers=mapping or ())
    columns = map_columns(table.headers, mapping)
    with transaction.atomic():
        product_import = ProductImport.objects.create(
            seller=seller,
            file_name=one_line(file_name)[-200:],
            source_language=language,
            columns=[[column.header[:200], column.field] for column in columns],
            by=by,
            status=ImportStatus.PREVIEWED,
        )
        rows = [
            ProductImportRow(product_import=product_import, number=number, values=values, accepted=False)
            for number, values in _values(table, columns)
        ]
        evaluate(product_import, rows)
        ProductImportRow.objects.bulk_create(rows, batch_size=500)
        _count(product_import, rows)
    return product_import


def correct_import(*, product_import: ProductImport, corrections: Mapping[int, Mapping[str, str]]) -> ProductImport:
    """Replace cells of rows, by row number and column (header or field), and check everything again.

    Raises `Refused` for a row or column that isn't there, or when the import has been applied.
    """
    with transaction.atomic():
        product_import = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        if product_import.status == ImportStatus.APPLIED:
            raise Refused(Problem("id", "ALREADY_APPLIED", _("This import has been applied and cannot be corrected.")))
        rows = list(product_import.rows.all())
        by_number = {row.number: row for row in rows}
        fields = {header: field for header, field in product_import.columns if field}
        for number, cells in corrections.items():
            if number not in by_number:
                raise Refused(Problem("rows", "NOT_FOUND", _("There is no row %(row)s."), {"row": number}))
            by_number[number].values = {**by_number[number].values, **_corrected(cells, fields)}
        evaluate(product_import, rows)
        ProductImportRow.objects.bulk_update(rows, ["values", "accepted", "action", "errors"], batch_size=200)
        _count(product_import, rows)
    return product_import


def _refuse_unknown(language: str, mapping: Mapping[str, str | None]) -> None:
    if language not in LANGUAGES:
        raise Refused(Problem("source_language", "INVALID", _("This is not one of the marketplace's languages.")))
    for field in mapping.values():
        if field is not None and field not in FIELDS:
            message = _("There is no field “%(field)s” to read a column into.")
            raise Refused(Problem("mapping", "INVALID", message, {"field": field[:40]}))


def _values(table: Table, columns: Sequence[Column]) -> list[tuple[int, dict[str, str]]]:
    used = [(place, column) for place, column in enumerate(columns) if column.field]
    return [
        (number, {str(column.field): _with_unit(cells[place], column) for place, column in used})
        for number, cells in table.rows
    ]


def _with_unit(cell: str, column: Column) -> str:
    """``1,5`` under "Khối lượng (kg)" is kept as ``1,5 kg``, so that the row can be read on its own."""
    return f"{cell} {column.unit}" if column.unit and cell and cell[-1].isdigit() else cell


def _corrected(cells: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    corrected = {}
    for column, text in cells.items():
        field = fields.get(column) or (column if column in FIELDS else None)
        if field is None:
            raise Refused(Problem("rows", "INVALID", _("There is no column “%(column)s”."), {"column": column[:40]}))
        corrected[field] = text[:LONGEST_CELL].replace("\x00", "").strip()
    return corrected


def _count(product_import: ProductImport, rows: Sequence[ProductImportRow]) -> None:
    product_import.total = len(rows)
    product_import.accepted = sum(row.accepted for row in rows)
    product_import.refused = product_import.total - product_import.accepted
    product_import.save(update_fields=["total", "accepted", "refused"])
