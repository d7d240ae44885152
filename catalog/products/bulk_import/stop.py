"""Stop an import, and let it go on."""

from django.db import transaction

from catalog.products.bulk_import.models import ApplyMode, ImportPhase, ImportStatus, ProductImport
from catalog.products.bulk_import.write_rows import turn_back
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _


def cancel_import(*, product_import: ProductImport) -> ProductImport:
    """Stop after the batch in hand; again changes nothing.

    What GOOD_ROWS has written stays, and `resume_import` goes on behind it; what ALL_OR_NOTHING has written is taken
    back. Raises `Refused` when nothing is being done.
    """
    with transaction.atomic():
        locked = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        if locked.status == ImportStatus.CANCELED or locked.phase == ImportPhase.UNDO:
            return locked
        if not locked.is_working:
            raise Refused(
                Problem("id", "WRONG_STATE", _("There is nothing to stop: this import is not being worked on."))
            )
        if locked.phase == ImportPhase.WRITE and locked.mode == ApplyMode.ALL_OR_NOTHING:
            turn_back(locked, problem=None)
        else:
            locked.status, locked.worked_until = ImportStatus.CANCELED, None
        locked.save()
    return locked


def resume_import(*, product_import: ProductImport) -> ProductImport:
    """Go on where it was stopped. Raises `Refused` when it was not."""
    with transaction.atomic():
        locked = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        if locked.is_working:
            return locked
        if not locked.can_resume:
            raise Refused(Problem("id", "WRONG_STATE", _("This import was not stopped.")))
        reading = locked.phase == ImportPhase.READ
        locked.status = ImportStatus.READING if reading else ImportStatus.APPLYING
        locked.worked_until = None
        locked.save()
    return locked
