"""Meetings of two exhibitors that become one: who sits where, and when there are not tables enough."""

from collections import Counter
from datetime import datetime

from marketplace.events.publish import publish
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.meetings.events import Change, MeetingChanged
from marketplace.expo.meetings.meeting import MOST_TABLES, Meeting, MeetingStatus, Side


def crowded(goes: Exhibitor, stays: Exhibitor, *, now: datetime) -> list[datetime]:
    """When both meet somebody and the tables of the larger one do not hold all of them.

    What is over took place at some table: only the most that an exhibitor can have counts then.
    """
    tables = max(goes.meeting_tables, stays.meeting_tables)
    withdrawn = {meeting.pk for meeting in _asked_twice(goes, stays)}
    theirs = Counter(each.starts_at for each in Meeting.objects.live().filter(exhibitor=goes).exclude(pk__in=withdrawn))
    ours = Counter(Meeting.objects.live().filter(exhibitor=stays).values_list("starts_at", flat=True))
    return sorted(
        start
        for start, count in theirs.items()
        if ours[start] and ours[start] + count > (tables if start > now else MOST_TABLES)
    )


def bring_meetings(goes: Exhibitor, stays: Exhibitor, *, now: datetime) -> None:
    """Each keeps its time, and its table where that is free; ``stays`` has its tables already."""
    for meeting in _asked_twice(goes, stays):
        _withdraw(meeting, now)
    held = {(each.starts_at, each.table) for each in Meeting.objects.live().filter(exhibitor=stays)}
    for meeting in Meeting.objects.live().filter(exhibitor=goes).order_by("starts_at", "table"):
        start = meeting.starts_at
        if (start, meeting.table) in held:
            meeting.table = next(table for table in range(1, MOST_TABLES + 1) if (start, table) not in held)
        held.add((start, meeting.table))
        meeting.exhibitor = stays
        meeting.save(update_fields=["exhibitor", "table"])
    Meeting.objects.filter(exhibitor=goes).update(exhibitor=stays)


def _asked_twice(goes: Exhibitor, stays: Exhibitor) -> list[Meeting]:
    """Open requests of pairs that have one with who stays as well: two such requests there cannot be."""
    waiting = Meeting.objects.filter(status=MeetingStatus.REQUESTED)
    visitors = waiting.filter(exhibitor=stays).values("visitor_id")
    return list(waiting.filter(exhibitor=goes, visitor_id__in=visitors).order_by("pk"))


def _withdraw(meeting: Meeting, now: datetime) -> None:
    """What was written in it stays to be read; its time is free again and both sides are told."""
    meeting.status, meeting.decided_at, meeting.answered_by = MeetingStatus.CANCELLED, now, Side.EXHIBITOR
    meeting.sequence += 1
    meeting.save()
    if meeting.starts_at > now:
        publish(MeetingChanged(meeting.pk, Change.CANCELLED, Side.EXHIBITOR, meeting.sequence))
