"""WRITE: the good rows into the catalogue, batch by batch, each checked again under locks just before."""

from collections.abc import Sequence

from django.utils import timezone

from catalog.products.bulk_import.before import before_of
from catalog.products.bulk_import.bounds import BATCH
from catalog.products.bulk_import.evaluate import Step, evaluate
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.models import (
    ApplyMode,
    ImportPhase,
    ImportStatus,
    ProductImport,
    ProductImportRow,
    RowAction,
)
from catalog.products.bulk_import.read_rows import count
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.bulk_import.work import Deadline, batch_of
from catalog.products.bulk_import.write import write_steps
from i18n.messages import gettext_noop as _

HAS_ERRORS = _("Nothing was applied. Rows with errors: %(refused)s.")


def write_rows(product_import: ProductImport, deadline: Deadline) -> None:
    """From the cursor on. ALL_OR_NOTHING turns back at the first row that is refused after all."""
    lookups = Lookups(product_import)
    while True:
        with batch_of(product_import) as locked:
            if locked is None:
                return
            rows = list(locked.rows.filter(accepted=True, number__gt=locked.cursor).order_by("number")[:BATCH])
            if rows:
                _apply(locked, lookups, rows)
            else:
                _finish(locked)
        if deadline.is_over or locked.phase != ImportPhase.WRITE or locked.status != ImportStatus.APPLYING:
            return


def _apply(locked: ProductImport, lookups: Lookups, rows: Sequence[ProductImportRow]) -> None:
    count(locked, rows, times=-1)
    steps = evaluate(lookups, rows, lock=True)
    count(locked, rows)
    refused = len(rows) - len(steps)
    if refused and locked.mode == ApplyMode.ALL_OR_NOTHING:
        turn_back(locked, problem={"code": "HAS_ERRORS", "message": HAS_ERRORS, "params": {"refused": refused}})
    else:
        _write(locked, lookups, steps)
        locked.cursor, locked.done = rows[-1].number, locked.done + len(rows)
    save_columns(ProductImportRow, rows, ["accepted", "action", "errors", "product", "applied", "before"])


def _write(locked: ProductImport, lookups: Lookups, steps: Sequence[Step]) -> None:
    if locked.mode == ApplyMode.ALL_OR_NOTHING:
        for step in steps:
            step.row.before = before_of(step, lookups.assignments)
    write_steps(lookups, steps, lookups.product_import.by)
    locked.created += sum(step.plan.action == RowAction.CREATE for step in steps)
    locked.updated += sum(step.plan.action == RowAction.UPDATE for step in steps)


def turn_back(locked: ProductImport, *, problem: dict[str, object] | None) -> None:
    """What was written is taken back, from the last row on."""
    locked.phase, locked.problem = ImportPhase.UNDO, problem
    locked.to_do, locked.done = locked.done, 0
    locked.cursor = 2**31 - 1


def _finish(locked: ProductImport) -> None:
    """On to the pictures, or done."""
    with_pictures = locked.rows.filter(applied=True).exclude(pictures=[]).count() if locked.pictures else 0
    locked.cursor = 0
    if with_pictures:
        locked.phase, locked.done, locked.to_do = ImportPhase.PICTURES, 0, with_pictures
    else:
        conclude(locked)


def conclude(locked: ProductImport) -> None:
    locked.status, locked.applied_at, locked.worked_until = ImportStatus.APPLIED, timezone.now(), None
