"""Appointments as calendars take them (RFC 5545), and how a calendar is asked to keep or drop one (RFC 5546).

Times are written in UTC, so every calendar shows them on its owner's clocks. The UID of an appointment never changes;
the sequence counts its changes, and of two messages about one UID a calendar believes the higher one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress

PRODUCT = "-//Binh Duong Marketplace//Fairs//EN"


class Method(StrEnum):
    PUBLISH = "PUBLISH"
    """A file to look at or to subscribe to."""
    REQUEST = "REQUEST"
    """An appointment of the reader's, new or changed."""
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Appointment:
    uid: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    place: str = ""
    description: str = ""
    url: str = ""
    sequence: int = 0
    is_tentative: bool = False
    is_cancelled: bool = False


def uid_of(kind: str, public_id: object) -> str:
    return f"{kind}-{public_id}@{urlsplit(settings.PUBLIC_URL).hostname or 'localhost'}"


def calendar_text(
    appointments: Sequence[Appointment], *, method: Method, now: datetime, reader: str = "", name: str = ""
) -> str:
    """An iCalendar object. ``reader`` is the e-mail address it is sent to; nobody else's is ever in it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    if name:
        calendar.add("x-wr-calname", name)
    for appointment in appointments:
        calendar.add_component(_event(appointment, now, reader))
    return calendar.to_ical().decode()


def _event(appointment: Appointment, now: datetime, reader: str) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", appointment.starts_at.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("sequence", appointment.sequence)
    event.add("status", _status(appointment))
    event.add("summary", appointment.summary)
    for field in ("place", "description", "url"):
        if value := getattr(appointment, field):
            event.add({"place": "location"}.get(field, field), value)
    if reader:
        event.add("organizer", vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"))
        event.add("attendee", vCalAddress(f"mailto:{reader}"))
    return event


def _status(appointment: Appointment) -> str:
    if appointment.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if appointment.is_tentative else "CONFIRMED"
