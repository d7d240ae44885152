"""``remind_of_meetings``: a letter to both sides a day before, and one an hour before.

A meeting agreed upon within the day before it gets no reminder of the day: the letter that it is agreed is as new. The
same holds for the hour. What was sent is written down with the letters, so the job may run twice, or at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet

from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings import letter_texts
from marketplace.expo.meetings.meeting import Meeting, MeetingStatus
from marketplace.expo.meetings.readers import reader_of, readers_of
from marketplace.expo.meetings.tell import write_about

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Reminder:
    column: str
    before: timedelta
    until: timedelta
    """Later than so long before, it is not sent any more."""
    text: LetterText


REMINDERS = (
    Reminder("reminded_of_day_at", timedelta(days=1), timedelta(hours=1), letter_texts.IN_A_DAY),
    Reminder("reminded_of_hour_at", timedelta(hours=1), timedelta(0), letter_texts.IN_AN_HOUR),
)


def remind_of_meetings(*, now: datetime) -> int:
    """Run every few minutes; returns how many meetings were reminded of."""
    return sum(_remind(pk, reminder, now) for reminder in REMINDERS for pk in _due_ids(reminder, now))


def _due(reminder: Reminder, now: datetime) -> QuerySet[Meeting]:
    soon = Meeting.objects.filter(
        status=MeetingStatus.CONFIRMED,
        starts_at__gt=now + reminder.until,
        starts_at__lte=now + reminder.before,
    )
    return soon.filter(Q(**{reminder.column: None}), decided_at__lt=F("starts_at") - reminder.before)


def _due_ids(reminder: Reminder, now: datetime) -> Iterator[int]:
    yield from _due(reminder, now).order_by("starts_at", "pk").values_list("pk", flat=True)[:MOST_AT_ONCE]


def _remind(pk: int, reminder: Reminder, now: datetime) -> bool:
    with transaction.atomic():
        locked = Meeting.objects.select_for_update(skip_locked=True).filter(pk__in=_due(reminder, now).filter(pk=pk))
        meeting = locked.first()
        if meeting is None:
            return False
        for reader in [*reader_of(meeting.visitor), *readers_of(meeting.exhibitor)]:
            write_about(meeting, reader, reminder.text)
        setattr(meeting, reminder.column, now)
        meeting.save(update_fields=[reminder.column])
    return True
