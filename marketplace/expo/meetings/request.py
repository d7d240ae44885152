"""``request_meeting``: a visitor asks an exhibitor, or an exhibitor a visitor who agreed to be asked."""

from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.events.publish import publish
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_visitor
from marketplace.expo.meetings.events import Change, MeetingChanged
from marketplace.expo.meetings.hold import hold_table
from marketplace.expo.meetings.meeting import Meeting, MeetingStatus, Side
from marketplace.expo.meetings.words import Words, checked
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, consents_to

MOST_WAITING = {Side.VISITOR: 20, Side.EXHIBITOR: 100}
"""Unanswered requests of one visitor, and of one exhibitor, at a time."""
MOST_DECLINED = 2
"""So often one side may be told no by the other; then it asks no more at this fair."""


def request_meeting(
    *, exhibitor: Exhibitor, visitor: Visitor, starts_at: datetime, by: Side, words: Words, now: datetime
) -> Meeting:
    """Ask for a meeting; it holds its slot until it is answered. Raises ``Refused`` and then has written nothing.

    An exhibitor asks only visitors who agreed to matchmaking, and learns nothing of others, not even that they exist.
    """
    words = checked(words, "message")
    with transaction.atomic():
        locked = lock_visitor(visitor.pk)
        _require_fair(exhibitor, locked)
        _require_willing(locked, by)
        _require_not_pestering(exhibitor, locked, by)
        meeting = Meeting(
            expo=exhibitor.expo,
            exhibitor=exhibitor,
            visitor=locked,
            starts_at=starts_at,
            asked_by=by,
            awaits=by.other,
            message=words.text,
            language=words.language,
            created_at=now,
        )
        hold_table(meeting, now=now)
        publish(MeetingChanged(meeting.pk, Change.REQUESTED, by, meeting.sequence))
    return meeting


def _require_fair(exhibitor: Exhibitor, visitor: Visitor) -> None:
    if exhibitor.expo_id != visitor.expo_id or not exhibitor.expo.is_published:
        raise Refused(Problem("exhibitor_id", "NOT_FOUND", _("There is no such exhibitor.")))


def _require_willing(visitor: Visitor, by: Side) -> None:
    if by is Side.EXHIBITOR and not consents_to(visitor, ConsentPurpose.MATCHMAKING):
        raise Refused(Problem("visitor_id", "NOT_FOUND", _("There is no such visitor.")))
    if not visitor.is_registered:
        message = _("Confirm your registration first: open the link in the letter you got.")
        raise Refused(Problem(None, "NOT_CONFIRMED", message))


def _require_not_pestering(exhibitor: Exhibitor, visitor: Visitor, by: Side) -> None:
    pair = Meeting.objects.filter(exhibitor=exhibitor, visitor=visitor)
    if pair.filter(status=MeetingStatus.REQUESTED).exists():
        message = _("There is a request between you already that waits for an answer.")
        raise Refused(Problem(None, "ALREADY_ASKED", message))
    if pair.filter(status=MeetingStatus.DECLINED, asked_by=by).count() >= MOST_DECLINED:
        message = _("The other side has declined before and cannot be asked again at this fair.")
        raise Refused(Problem(None, "DECLINED_BEFORE", message))
    own = {"exhibitor": exhibitor} if by is Side.EXHIBITOR else {"visitor": visitor}
    if Meeting.objects.filter(status=MeetingStatus.REQUESTED, asked_by=by, **own).count() >= MOST_WAITING[by]:
        message = _("At most %(most)s requests can wait for an answer. Cancel one, or wait for an answer.")
        raise Refused(Problem(None, "TOO_MANY", message, {"most": MOST_WAITING[by]}))
