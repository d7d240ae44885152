"""What an exhibitor decides about its own time: ``close_slots``, ``open_slots``, ``set_meeting_tables``."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.meetings.grid import slot_grid
from marketplace.expo.meetings.meeting import MOST_TABLES, ClosedSlot


def close_slots(*, exhibitor: Exhibitor, starts: Sequence[datetime]) -> None:
    """Nobody can ask for these any more; what is agreed upon in them stays. Raises ``Refused``."""
    grid = set(slot_grid(exhibitor.expo))
    refuse_any(
        Problem("starts_at", "NOT_OPEN", _("The fair has no meetings at this time. Choose another."), index=index)
        for index, start in enumerate(starts)
        if start not in grid
    )
    rows = [ClosedSlot(exhibitor=exhibitor, starts_at=start) for start in dict.fromkeys(starts)]
    ClosedSlot.objects.bulk_create(rows, ignore_conflicts=True)


def open_slots(*, exhibitor: Exhibitor, starts: Sequence[datetime]) -> None:
    ClosedSlot.objects.filter(exhibitor=exhibitor, starts_at__in=starts).delete()


def set_meeting_tables(*, exhibitor: Exhibitor, tables: int) -> Exhibitor:
    """How many visitors it meets at once. With fewer than before, what is agreed upon stays. Raises ``Refused``."""
    if not 1 <= tables <= MOST_TABLES:
        message = _("From 1 to %(most)s tables.")
        raise Refused(Problem("tables", "INVALID", message, {"most": MOST_TABLES}))
    with transaction.atomic():
        locked = lock_exhibitor(exhibitor.pk)
        locked.meeting_tables = tables
        locked.save(update_fields=["meeting_tables"])
    return locked
