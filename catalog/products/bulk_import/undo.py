"""UNDO: what an ALL_OR_NOTHING import had written is taken back, in batches from the last row to the first."""

from collections.abc import Sequence

from catalog.products.bulk_import.bounds import BATCH
from catalog.products.bulk_import.models import ImportPhase, ImportStatus, ProductImport, ProductImportRow
from catalog.products.bulk_import.put_back import put_back
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.bulk_import.work import Deadline, batch_of


def undo_rows(product_import: ProductImport, deadline: Deadline) -> None:
    """From the cursor back to the beginning; then the import is as it was after its check."""
    while True:
        with batch_of(product_import) as locked:
            if locked is None:
                return
            rows = list(locked.rows.filter(applied=True, number__lt=locked.cursor).order_by("-number")[:BATCH])
            if rows:
                put_back(locked, rows)
                _forget(rows)
                locked.cursor, locked.done = rows[-1].number, locked.done + len(rows)
            else:
                _finish(locked)
        if deadline.is_over or locked.phase != ImportPhase.UNDO:
            return


def _forget(rows: Sequence[ProductImportRow]) -> None:
    for row in rows:
        row.applied, row.before = False, None
    save_columns(ProductImportRow, rows, ["applied", "before"])


def _finish(locked: ProductImport) -> None:
    locked.status, locked.phase, locked.mode, locked.worked_until = ImportStatus.PREVIEWED, ImportPhase.READ, "", None
    locked.cursor, locked.done, locked.to_do, locked.created, locked.updated = 0, locked.total, locked.total, 0, 0
