"""``fair_calendar``: a fair as a calendar file (RFC 5545): an entry for each day's hours, or one for all its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from marketplace.expo.editions.hours import VISITING, OpeningHours
from marketplace.expo.exhibition import Expo

_PRODUCT = "-//Binh Duong Marketplace//Fairs//EN"


@dataclass(frozen=True, slots=True)
class FairTexts:
    """The fair in the reader's language, and the address of its page."""

    name: str
    description: str
    address: str


def fair_calendar(expo: Expo, hours: Sequence[OpeningHours], texts: FairTexts, *, now: datetime) -> str:
    """Hours for visitors only; without any, the fair's days as one entry without a time."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    visiting = [each for each in hours if each.audience in VISITING]
    for each in visiting:
        calendar.add_component(_opening(expo, each, texts, now))
    if not visiting:
        calendar.add_component(_days(expo, texts, now))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content.decode()


def _opening(expo: Expo, hours: OpeningHours, texts: FairTexts, now: datetime) -> Event:
    zone = ZoneInfo(expo.timezone)
    event = _event(expo, texts, now, f"{hours.day.isoformat()}-{hours.audience.lower()}")
    event.add("dtstart", datetime.combine(hours.day, hours.opens_at, zone))
    event.add("dtend", datetime.combine(hours.day, hours.closes_at, zone))
    return event


def _days(expo: Expo, texts: FairTexts, now: datetime) -> Event:
    event = _event(expo, texts, now, "days")
    event.add("dtstart", expo.starts_on)
    event.add("dtend", expo.ends_on + timedelta(days=1))  # the end is not part of it any more
    return event


def _event(expo: Expo, texts: FairTexts, now: datetime, part: str) -> Event:
    event = Event()
    event.add("uid", f"fair-{expo.slug}-{part}@{_host(texts.address)}")
    event.add("dtstamp", now)
    event.add("summary", texts.name)
    if texts.description:
        event.add("description", texts.description[:2_000])
    if expo.venue:
        event.add("location", expo.venue)
    event.add("url", texts.address)
    return event


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].partition(":")[0]
