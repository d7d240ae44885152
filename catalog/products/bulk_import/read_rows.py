"""READ: the file's rows, checked batch by batch, as rows of the database."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from catalog.products.bulk_import.bounds import BATCH, FileRefused
from catalog.products.bulk_import.columns import Column
from catalog.products.bulk_import.evaluate import evaluate
from catalog.products.bulk_import.file_storage import open_kept
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.match_pictures import match_by_sku
from catalog.products.bulk_import.models import ImportStatus, ProductImport, ProductImportRow, RowAction
from catalog.products.bulk_import.start import columns_of
from catalog.products.bulk_import.table import Numbered, stream_table
from catalog.products.bulk_import.work import Deadline, batch_of
from catalog.products.spreadsheet.examples import EXAMPLE_SKUS
from i18n.messages import gettext_noop as _


def read_rows(product_import: ProductImport, deadline: Deadline) -> None:
    """From the cursor on until the file or the time is over. Raises `FileRefused`."""
    lookups = Lookups(product_import)
    columns = columns_of(product_import)
    headers = [column.header for column in columns]
    with open_kept(product_import.file) as file:
        _headers, rows = stream_table(file, known_headers=headers)
        skus = [place for place, column in enumerate(columns) if column.field == "sku"]
        left = (row for row in rows if row[0] > product_import.cursor and not _is_example(row[1], skus))
        for batch in in_batches(left):
            with batch_of(product_import) as locked:
                if locked is None:
                    return
                _read(locked, lookups, columns, batch)
            if deadline.is_over:
                return
    _finish(product_import, lookups)


def _read(locked: ProductImport, lookups: Lookups, columns: Sequence[Column], batch: Sequence[Numbered]) -> None:
    rows = [
        ProductImportRow(product_import=locked, number=number, values=values_of(cells, columns), accepted=False)
        for number, cells in batch
    ]
    evaluate(lookups, rows)
    ProductImportRow.objects.bulk_create(rows)
    locked.cursor = rows[-1].number
    locked.done += len(rows)
    locked.to_do = max(locked.to_do, locked.done)
    count(locked, rows)


def count(locked: ProductImport, rows: Iterable[ProductImportRow], *, times: int = 1) -> None:
    """Add the rows to the import's figures, or take them out (``times=-1``)."""
    for row in rows:
        locked.total += times
        locked.accepted += times * row.accepted
        locked.refused += times * (not row.accepted)
        locked.to_create += times * (row.action == RowAction.CREATE)
        locked.to_update += times * (row.action == RowAction.UPDATE)


def values_of(cells: Sequence[str], columns: Sequence[Column]) -> dict[str, str]:
    """The cells by field, empty ones left out: ``1,5`` under "Khối lượng (kg)" is kept as ``1,5 kg``."""
    return {
        column.field: f"{cell} {column.unit}" if column.unit and cell[-1].isdigit() else cell
        for cell, column in zip(cells, columns, strict=True)
        if column.field and cell
    }


def _is_example(cells: Sequence[str], skus: Sequence[int]) -> bool:
    """The template's own rows, left in by a seller who wrote below them."""
    return any(cells[place] in EXAMPLE_SKUS for place in skus)


def _finish(product_import: ProductImport, lookups: Lookups) -> None:
    with batch_of(product_import) as locked:
        if locked is None:
            return
        if not locked.total:
            raise FileRefused(_("This file has a header but no rows."))
        if lookups.archive is not None:
            match_by_sku(locked, lookups.archive)
        locked.status, locked.cursor, locked.to_do, locked.worked_until = ImportStatus.PREVIEWED, 0, locked.done, None


def in_batches(rows: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
