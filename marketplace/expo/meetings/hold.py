"""``hold_table``: give a meeting a table and write it down, so that neither table nor visitor is booked twice.

1. Is the slot one of the fair's, to come, and not closed by the exhibitor?
2. Is the visitor free? The visitor's row is locked by the caller, so nothing else of theirs is booked meanwhile.
3. Take the lowest free table and write the meeting. If somebody was quicker, the unique constraint of the database
   refuses that write alone (a savepoint), and step 2 begins again with what is there now.
4. When no table is left, the caller is told so.

Three at once for an exhibitor with two tables: all look and see table 1 free; one gets it, the others are refused by
the constraint, look again and see table 2; one gets it, the last looks again and is told that the slot is taken.
"""

from datetime import datetime

from django.db import IntegrityError, transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.expo.meetings.grid import slot_grid
from marketplace.expo.meetings.meeting import MOST_TABLES, SLOT, ClosedSlot, Meeting
from marketplace.expo.meetings.slots import busy_times, overlaps_any

MOST_TRIES = MOST_TABLES + 2
"""More losers than tables there cannot be."""


def hold_table(meeting: Meeting, *, now: datetime) -> None:
    """Save the meeting, new or moved, at a free table. Raises ``Refused`` with why not; then nothing was written."""
    _require_open(meeting, now)
    for remaining in reversed(range(MOST_TRIES)):
        _require_free_visitor(meeting)
        meeting.table = _free_table(meeting)
        try:
            with transaction.atomic():
                meeting.save()
        except IntegrityError:
            if not remaining:
                raise
        else:
            return


def _require_open(meeting: Meeting, now: datetime) -> None:
    if meeting.starts_at <= now:
        raise Refused(Problem("starts_at", "PAST", _("This time is over. Choose a later one.")))
    if meeting.starts_at not in slot_grid(meeting.expo, visitor=meeting.visitor):
        raise Refused(Problem("starts_at", "NOT_OPEN", _("The fair has no meetings at this time. Choose another.")))
    if ClosedSlot.objects.filter(exhibitor=meeting.exhibitor, starts_at=meeting.starts_at).exists():
        message = _("The exhibitor keeps this time free. Choose another.")
        raise Refused(Problem("starts_at", "NOT_OPEN", message))


def _require_free_visitor(meeting: Meeting) -> None:
    busy = busy_times(meeting.visitor, but=meeting)
    if overlaps_any(meeting.starts_at, meeting.starts_at + SLOT, busy):
        message = _("The visitor has another meeting or a seminar at this time. Choose another.")
        raise Refused(Problem("starts_at", "VISITOR_BUSY", message))


def _free_table(meeting: Meeting) -> int:
    others = Meeting.objects.at(meeting.starts_at).filter(exhibitor=meeting.exhibitor)
    if meeting.pk is not None:
        others = others.exclude(pk=meeting.pk)
    taken = set(others.values_list("table", flat=True))
    free = [table for table in range(1, meeting.exhibitor.meeting_tables + 1) if table not in taken]
    if not free:
        message = _("Somebody else took this time a moment ago. Choose another.")
        raise Refused(Problem("starts_at", "SLOT_TAKEN", message))
    return free[0]
