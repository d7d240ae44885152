"""Letters about what happened to meetings, to both sides, each in its own language and on its own clocks."""

from django.utils import timezone

from marketplace.accounts.mail.post import post
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings import letter_texts
from marketplace.expo.meetings.calendar import Method
from marketplace.expo.meetings.events import Change, MeetingChanged
from marketplace.expo.meetings.facts import facts_for
from marketplace.expo.meetings.letter import compose
from marketplace.expo.meetings.meeting import Meeting, MeetingStatus, Side
from marketplace.expo.meetings.readers import Reader, reader_of, readers_of
from marketplace.expo.meetings.words import NOTHING, Words

_SAID_TO_BOTH = {
    Change.ACCEPTED: letter_texts.ACCEPTED,
    Change.DECLINED: letter_texts.DECLINED,
    Change.CANCELLED: letter_texts.CANCELLED,
}


def tell_of_meeting(event: MeetingChanged) -> None:
    """Reaction. Who did it is told too, for the sake of the calendar; only who asked needs no letter about it.

    A change that another has overtaken is not told any more: the later letter says how things stand.
    """
    found = Meeting.objects.filter(pk=event.meeting_id, sequence=event.sequence)
    meeting = found.select_related("expo", "exhibitor", "visitor__expo").first()
    if meeting is None:
        return
    for reader in [*reader_of(meeting.visitor), *readers_of(meeting.exhibitor)]:
        text = _text(Change(event.change), reader.side, Side(event.by))
        if text is not None:
            write_about(meeting, reader, text)


def _text(change: Change, reader: Side, by: Side) -> LetterText | None:
    if change is Change.REQUESTED:
        return letter_texts.REQUESTED if reader is not by else None
    if change is Change.MOVED:
        return letter_texts.TO_BE_ANSWERED if reader is not by else letter_texts.WAITING
    return _SAID_TO_BOTH[change]


def write_about(meeting: Meeting, reader: Reader, text: LetterText) -> None:
    """Post one letter; a cancelled or declined meeting is taken out of the reader's calendar."""
    method = Method.CANCEL if text in (letter_texts.DECLINED, letter_texts.CANCELLED) else Method.REQUEST
    facts = facts_for(meeting, reader, said=_said(meeting, text), reason=meeting.decline_reason)
    letter = compose(
        text,
        facts,
        reader.language,
        now=timezone.now(),
        method=method,
        is_tentative=meeting.status == MeetingStatus.REQUESTED,
    )
    post(letter, to=reader.email, kind=text.kind, good_until=None if method is Method.CANCEL else meeting.ends_at)


def _said(meeting: Meeting, text: LetterText) -> Words:
    if text is letter_texts.REQUESTED:
        return Words(meeting.message, meeting.language)
    if text in (letter_texts.IN_A_DAY, letter_texts.IN_AN_HOUR, letter_texts.ACCEPTED):
        return NOTHING
    return Words(meeting.answer, meeting.answer_language or meeting.language)
