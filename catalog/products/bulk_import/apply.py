"""Apply a previewed import.

1. Begin: ALL_OR_NOTHING stops here if a row is refused.
2. Each batch of 500 rows is checked again under locks, for the catalogue may have changed since the preview, and is
   written in the same transaction (`write_rows`): new products as drafts, changes where something differs, nothing
   where it doesn't. Rows are found by (seller, SKU), so that the same file a second time changes nothing.
3. If a row is refused now, GOOD_ROWS leaves it out; ALL_OR_NOTHING takes back what it had written (`undo`).
4. Pictures of the archive follow (`add_pictures`). One event per batch tells the search index.

The number of queries depends on the kind of changes, not on the number of rows.
"""

from dataclasses import dataclass

from django.db import transaction

from catalog.products.bulk_import.models import ApplyMode, ImportPhase, ImportStatus, ProductImport
from catalog.products.bulk_import.work import work_on
from catalog.products.bulk_import.write_rows import HAS_ERRORS
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User

__all__ = ["Applied", "ApplyMode", "apply_import", "begin_applying"]


@dataclass(frozen=True, slots=True)
class Applied:
    """How far it has come; all of it when the import is APPLIED."""

    product_import: ProductImport
    created: int
    updated: int
    skipped: int
    """Rows that were refused or said nothing new."""


def apply_import(
    *, product_import: ProductImport, mode: ApplyMode, by: User | None, seconds: float | None = None
) -> Applied:
    """Write the import's rows into the catalogue as drafts, for about so long here and then in the background.

    Once applied, again changes nothing. Raises `Refused`: ``HAS_ERRORS``, or ``WRONG_STATE`` while it is worked on.
    """
    if not begin_applying(product_import=product_import, mode=mode, by=by):
        product_import.refresh_from_db()
        return Applied(product_import, 0, 0, product_import.total)
    work_on(product_import.pk, seconds=seconds)
    product_import.refresh_from_db()
    if product_import.problem and product_import.status == ImportStatus.PREVIEWED:
        said = product_import.problem
        raise Refused(Problem("mode", said["code"], said["message"], said["params"]))
    created, updated = product_import.created, product_import.updated
    return Applied(product_import, created, updated, product_import.total - created - updated)


def begin_applying(*, product_import: ProductImport, mode: ApplyMode, by: User | None) -> bool:
    """Set the work going; ``False`` for an import that is applied already. Raises `Refused`."""
    with transaction.atomic():
        locked = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        if locked.status == ImportStatus.APPLIED:
            return False
        if locked.status != ImportStatus.PREVIEWED:
            message = _("This import is not ready to be applied.")
            raise Refused(Problem("id", "WRONG_STATE", message))
        if locked.refused and mode == ApplyMode.ALL_OR_NOTHING:
            raise Refused(Problem("mode", "HAS_ERRORS", HAS_ERRORS, {"refused": locked.refused}))
        locked.status, locked.phase, locked.mode, locked.by = ImportStatus.APPLYING, ImportPhase.WRITE, mode, by
        locked.cursor, locked.done, locked.to_do, locked.problem = 0, 0, locked.accepted, None
        locked.worked_until = None
        locked.save()
    return True
