"""A visitor's agenda at a fair: meetings and seminars, by time, also for the visitor's calendar."""

from collections.abc import Sequence
from datetime import datetime

from marketplace.expo.local_name import local_name
from marketplace.expo.meetings.calendar import Appointment, Method, calendar_text, uid_of
from marketplace.expo.meetings.meeting import Meeting, MeetingStatus
from marketplace.expo.meetings.place import places_of
from marketplace.expo.seminars.facts import appointment_of
from marketplace.expo.seminars.seat import SeminarSeat
from marketplace.expo.visitors.visitor import Visitor

MOST_MEETINGS = 200


def meetings_of(visitor: Visitor) -> list[Meeting]:
    """Also declined and cancelled ones, so that the visitor sees why."""
    rows = Meeting.objects.filter(visitor=visitor).select_related("exhibitor", "expo", "visitor")
    return list(rows.order_by("starts_at", "pk")[:MOST_MEETINGS])


def seats_of(visitor: Visitor) -> list[SeminarSeat]:
    held = SeminarSeat.objects.filter(visitor=visitor, status__in=["BOOKED", "WAITING"])
    return list(held.select_related("seminar__expo", "seminar__hall").order_by("seminar__starts_at", "pk"))


def agenda_calendar(visitor: Visitor, *, language: str, now: datetime, url: str = "") -> str:
    """What is agreed upon, asked for, or booked, under the names that the letters use."""
    meetings = [meeting for meeting in meetings_of(visitor) if meeting.status in ("REQUESTED", "CONFIRMED")]
    seats = [seat for seat in seats_of(visitor) if seat.number is not None and seat.seminar.cancelled_at is None]
    entries = _meetings(meetings, language, url)
    entries += [appointment_of(seat.seminar, language, url=url, changes=seat.sequence) for seat in seats]
    name = local_name(visitor.expo, language)
    entries.sort(key=lambda entry: entry.starts_at)
    return calendar_text(entries, method=Method.PUBLISH, now=now, name=name)


def _meetings(meetings: Sequence[Meeting], language: str, url: str) -> list[Appointment]:
    return [
        Appointment(
            uid=uid_of("meeting", meeting.public_id),
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            summary=local_name(meeting.exhibitor, language),
            place=place,
            url=url,
            sequence=meeting.sequence,
            is_tentative=meeting.status == MeetingStatus.REQUESTED,
        )
        for meeting, place in zip(meetings, places_of(meetings, language), strict=True)
    ]
