"""What happens at a fair at this moment, counted and without a name."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from marketplace.expo.door.day import day_of
from marketplace.expo.door.figures import CountryCount, DoorFigures, door_figures, visitors_by_country
from marketplace.expo.exhibition import Expo
from marketplace.expo.leads.lead import Lead
from marketplace.expo.meetings.meeting import Meeting, MeetingStatus
from marketplace.expo.seminars.seat import SeatStatus, SeminarSeat
from marketplace.expo.seminars.seminar import Seminar


@dataclass(frozen=True, slots=True)
class LiveFigures:
    """Of one day of the fair's own time zone; ``countries`` are of the whole fair so far."""

    day: date
    counted_at: datetime
    door: DoorFigures
    countries: tuple[CountryCount, ...]
    meetings: int
    """Agreed upon for that day, those that are over included."""
    meetings_now: int
    leads: int
    """Visitors that an exhibitor scanned for the first time that day."""
    seminars: int
    seminar_seats: int
    """Booked for them."""


def live_figures(expo: Expo, *, now: datetime, day: date | None = None) -> LiveFigures:
    """Ten queries whatever the size of the fair."""
    on = day or day_of(expo, now)
    start, end = _bounds(expo, on)
    agreed = Meeting.objects.filter(expo=expo, status=MeetingStatus.CONFIRMED, starts_at__gte=start, starts_at__lt=end)
    seminars = Seminar.objects.filter(expo=expo, cancelled_at=None, starts_at__gte=start, starts_at__lt=end)
    leads = Lead.objects.filter(exhibitor__expo=expo, scanned_at__gte=start, scanned_at__lt=end)
    seats = SeminarSeat.objects.filter(seminar__in=seminars, status=SeatStatus.BOOKED)
    return LiveFigures(
        day=on,
        counted_at=now,
        door=door_figures(expo, on),
        countries=tuple(visitors_by_country(expo)),
        meetings=agreed.count(),
        meetings_now=agreed.filter(starts_at__lte=now, starts_at__gt=now - timedelta(minutes=30)).count(),
        leads=leads.count(),
        seminars=seminars.count(),
        seminar_seats=seats.count(),
    )


def _bounds(expo: Expo, day: date) -> tuple[datetime, datetime]:
    zone = ZoneInfo(expo.timezone)
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)
