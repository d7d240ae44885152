"""Apply a previewed import.

1. Lock the import; one that is applied already does nothing more.
2. Lock the stock it counts and check every row again: the catalogue may have changed since the preview.
3. ALL_OR_NOTHING stops here if a row is refused; GOOD_ROWS leaves those rows out.
4. Create what is new as drafts, change what differs, touch nothing that is the same. Rows are found by (seller, SKU),
   so that the same file a second time changes nothing.
5. Changed texts of approved products go back into review; one event tells the search index of all of them.

The number of queries depends on the kind of changes, not on the number of rows (batches of 500).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from catalog.events import ProductsChanged
from catalog.products.bulk_import.evaluate import Evaluation, evaluate
from catalog.products.bulk_import.models import ImportStatus, ProductImport, ProductImportRow, RowAction
from catalog.products.bulk_import.write import create_rows, update_rows
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish

BATCH = 500


class ApplyMode(StrEnum):
    ALL_OR_NOTHING = "ALL_OR_NOTHING"
    GOOD_ROWS = "GOOD_ROWS"


@dataclass(frozen=True, slots=True)
class Applied:
    product_import: ProductImport
    created: int
    updated: int
    skipped: int
    """Rows that were refused or said nothing new."""


def apply_import(*, product_import: ProductImport, mode: ApplyMode, by: User | None) -> Applied:
    """Write the import's rows into the catalogue as drafts. Raises `Refused` (``HAS_ERRORS``) and changes nothing."""
    with transaction.atomic():
        product_import = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        if product_import.status == ImportStatus.APPLIED:
            return Applied(product_import, 0, 0, product_import.total)
        rows = list(product_import.rows.all())
        evaluation = evaluate(product_import, rows, lock=True)
        refused = len(rows) - len(evaluation.steps)
        if refused and mode is ApplyMode.ALL_OR_NOTHING:
            message = _("Nothing was applied. Rows with errors: %(refused)s.")
            raise Refused(Problem("mode", "HAS_ERRORS", message, {"refused": refused}))
        created, updated = _write(product_import, evaluation, by)
        _finish(product_import, rows)
    return Applied(product_import, created, updated, len(rows) - created - updated)


def _write(product_import: ProductImport, evaluation: Evaluation, by: User | None) -> tuple[int, int]:
    new = [step for step in evaluation.steps if step.plan.action == RowAction.CREATE]
    changed = [step for step in evaluation.steps if step.plan.action == RowAction.UPDATE]
    ids = create_rows(product_import.seller, new, evaluation, by) + update_rows(
        product_import.seller, changed, evaluation, by
    )
    for start in range(0, len(ids), BATCH):
        publish(ProductsChanged(product_ids=ids[start : start + BATCH]))
    return len(new), len(changed)


def _finish(product_import: ProductImport, rows: list[ProductImportRow]) -> None:
    ProductImportRow.objects.bulk_update(rows, ["accepted", "action", "errors"], batch_size=200)
    product_import.status = ImportStatus.APPLIED
    product_import.applied_at = timezone.now()
    product_import.accepted = sum(row.accepted for row in rows)
    product_import.refused = len(rows) - product_import.accepted
    product_import.save(update_fields=["status", "applied_at", "accepted", "refused"])
