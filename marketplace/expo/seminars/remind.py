"""``remind_of_seminars``: a letter a day before and one an hour before to everybody with a seat; none is sent twice."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from marketplace.accounts.mail.write import LetterText
from marketplace.expo.seminars import letter_texts
from marketplace.expo.seminars.seat import SeminarSeat
from marketplace.expo.seminars.tell import write_about

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reminder:
    column: str
    before: timedelta
    until: timedelta
    text: LetterText


REMINDERS = (
    Reminder("reminded_of_day_at", timedelta(days=1), timedelta(hours=1), letter_texts.IN_A_DAY),
    Reminder("reminded_of_hour_at", timedelta(hours=1), timedelta(0), letter_texts.IN_AN_HOUR),
)


def remind_of_seminars(*, now: datetime) -> int:
    """Who asked for a seat within the day before is not reminded of the day. Run often; returns how many."""
    return sum(
        _remind(pk, reminder, now)
        for reminder in REMINDERS
        for pk in list(_due(reminder, now).order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    )


def _due(reminder: Reminder, now: datetime) -> QuerySet[SeminarSeat]:
    return SeminarSeat.objects.booked().filter(
        seminar__cancelled_at__isnull=True,
        seminar__starts_at__gt=now + reminder.until,
        seminar__starts_at__lte=now + reminder.before,
        asked_at__lt=F("seminar__starts_at") - reminder.before,
        **{reminder.column: None},
    )


def _remind(pk: int, reminder: Reminder, now: datetime) -> bool:
    with transaction.atomic():
        claimed = SeminarSeat.objects.select_for_update(skip_locked=True).filter(pk=pk, **{reminder.column: None})
        seat = claimed.filter(status="BOOKED").first()
        if seat is None:
            return False
        write_about(seat, reminder.text, None)
        setattr(seat, reminder.column, now)
        seat.save(update_fields=[reminder.column])
    return True
