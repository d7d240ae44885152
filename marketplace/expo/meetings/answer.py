"""Answers to meetings: ``accept_meeting``, ``decline_meeting``, ``move_meeting``, ``cancel_meeting``.

Each takes the visitor's lock, then the meeting's, and refuses what the meeting's state no longer allows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.events.publish import publish
from marketplace.expo.locks import lock_meeting, lock_visitor
from marketplace.expo.meetings.events import Change, MeetingChanged
from marketplace.expo.meetings.hold import hold_table
from marketplace.expo.meetings.meeting import LIVE, DeclineReason, Meeting, MeetingStatus, Side
from marketplace.expo.meetings.words import NOTHING, Words, checked
from marketplace.expo.visitors.visitor import Visitor


def accept_meeting(*, meeting: Meeting, by: Side, now: datetime) -> Meeting:
    """Agree to what the other side asked for. Raises ``Refused``."""
    with _open(meeting) as locked:
        _require_asked(locked, by, now)
        locked.status, locked.decided_at, locked.answered_by = MeetingStatus.CONFIRMED, now, by
        _save(locked, Change.ACCEPTED, by)
    return locked


def decline_meeting(
    *, meeting: Meeting, by: Side, reason: DeclineReason, now: datetime, words: Words = NOTHING
) -> Meeting:
    """Say no, with a reason the other side reads in its own language; table and visitor are free again."""
    words = checked(words, "note")
    with _open(meeting) as locked:
        _require_asked(locked, by, now)
        locked.status, locked.decided_at, locked.decline_reason = MeetingStatus.DECLINED, now, reason
        _say(locked, by, words)
        _save(locked, Change.DECLINED, by)
    return locked


def move_meeting(*, meeting: Meeting, by: Side, starts_at: datetime, now: datetime, words: Words = NOTHING) -> Meeting:
    """Propose another slot. It is held at once, the old one let go, and the other side is asked to agree."""
    words = checked(words, "note")
    with _open(meeting) as locked:
        _require_live(locked, now)
        if locked.starts_at == starts_at:
            raise Refused(Problem("starts_at", "INVALID", _("The meeting is at this time already.")))
        locked.starts_at, locked.status, locked.awaits = starts_at, MeetingStatus.REQUESTED, by.other
        locked.decided_at = locked.reminded_of_day_at = locked.reminded_of_hour_at = None
        locked.sequence += 1
        _say(locked, by, words)
        _require_no_other_request(locked)
        hold_table(locked, now=now)
        publish(MeetingChanged(locked.pk, Change.MOVED, by, locked.sequence))
    return locked


def cancel_meeting(*, meeting: Meeting, by: Side, now: datetime, words: Words = NOTHING) -> Meeting:
    """Call off a request or a meeting that has not begun; table and visitor are free again."""
    words = checked(words, "note")
    with _open(meeting) as locked:
        _require_live(locked, now)
        locked.status, locked.decided_at = MeetingStatus.CANCELLED, now
        _say(locked, by, words)
        _save(locked, Change.CANCELLED, by)
    return locked


def cancel_meetings_of(*, visitor: Visitor, now: datetime) -> int:
    """Free all that a visitor who withdrew had still to come; the exhibitors are told. Returns how many."""
    waiting = Meeting.objects.live().filter(visitor=visitor, starts_at__gt=now).order_by("pk")
    return len([cancel_meeting(meeting=meeting, by=Side.VISITOR, now=now) for meeting in waiting])


@contextmanager
def _open(meeting: Meeting) -> Iterator[Meeting]:
    with transaction.atomic():
        visitor = lock_visitor(meeting.visitor_id)
        locked = lock_meeting(meeting.pk)
        locked.visitor = visitor
        yield locked


def _require_live(meeting: Meeting, now: datetime) -> None:
    if meeting.status not in LIVE or meeting.starts_at <= now:
        message = _("This meeting has moved on. Load the page again to see what is possible now.")
        raise Refused(Problem("id", "WRONG_STATE", message))


def _require_asked(meeting: Meeting, by: Side, now: datetime) -> None:
    _require_live(meeting, now)
    if meeting.status != MeetingStatus.REQUESTED or meeting.awaits != by:
        message = _("This meeting does not wait for your answer.")
        raise Refused(Problem("id", "WRONG_STATE", message))


def _require_no_other_request(meeting: Meeting) -> None:
    pair = Meeting.objects.filter(exhibitor_id=meeting.exhibitor_id, visitor_id=meeting.visitor_id)
    if pair.filter(status=MeetingStatus.REQUESTED).exclude(pk=meeting.pk).exists():
        message = _("There is a request between you already that waits for an answer.")
        raise Refused(Problem("id", "ALREADY_ASKED", message))


def _say(meeting: Meeting, by: Side, words: Words) -> None:
    meeting.answer, meeting.answer_language, meeting.answered_by = words.text, words.language, by


def _save(meeting: Meeting, change: Change, by: Side) -> None:
    meeting.sequence += 1
    meeting.save()
    publish(MeetingChanged(meeting.pk, change, by, meeting.sequence))
