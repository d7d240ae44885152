"""Which slots of an exhibitor are still free, and for whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.meetings.grid import slot_grid
from marketplace.expo.meetings.meeting import SLOT, ClosedSlot, Meeting
from marketplace.expo.seminars.seat import SeminarSeat
from marketplace.expo.visitors.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Slot:
    """Half an hour of an exhibitor."""

    starts_at: datetime
    tables: int
    taken: int
    is_closed: bool

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + SLOT

    @property
    def tables_free(self) -> int:
        return 0 if self.is_closed else max(0, self.tables - self.taken)


def slots_of(exhibitor: Exhibitor, *, now: datetime, visitor: Visitor | None = None) -> list[Slot]:
    """All that are to come, taken and closed ones too; in three queries."""
    taken = Counter(Meeting.objects.live().filter(exhibitor=exhibitor).values_list("starts_at", flat=True))
    closed = set(ClosedSlot.objects.filter(exhibitor=exhibitor).values_list("starts_at", flat=True))
    return [
        Slot(start, exhibitor.meeting_tables, taken[start], start in closed)
        for start in slot_grid(exhibitor.expo, visitor=visitor)
        if start > now
    ]


def free_slots(exhibitor: Exhibitor, *, now: datetime, visitor: Visitor | None = None) -> list[Slot]:
    """Those with a free table in which the visitor, if one is named, has nothing else."""
    free = [slot for slot in slots_of(exhibitor, now=now, visitor=visitor) if slot.tables_free]
    busy = busy_times(visitor) if visitor is not None else []
    return [slot for slot in free if not overlaps_any(slot.starts_at, slot.ends_at, busy)]


def busy_times(visitor: Visitor, *, but: Meeting | None = None) -> list[tuple[datetime, datetime]]:
    """From when until when a visitor is in a meeting (asked for or agreed upon) or has a seat in a seminar."""
    meetings = Meeting.objects.live().filter(visitor=visitor)
    if but is not None and but.pk is not None:
        meetings = meetings.exclude(pk=but.pk)
    seats = SeminarSeat.objects.booked().filter(visitor=visitor, seminar__cancelled_at__isnull=True)
    return [(meeting.starts_at, meeting.ends_at) for meeting in meetings] + [
        (seat.seminar.starts_at, seat.seminar.ends_at) for seat in seats.select_related("seminar")
    ]


def overlaps_any(starts_at: datetime, ends_at: datetime, times: Iterable[tuple[datetime, datetime]]) -> bool:
    return any(start < ends_at and starts_at < end for start, end in times)
