"""Letters about meetings: to both sides, each in its language, on its clocks, and for its calendar."""

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from marketplace.accounts.mail.message import message_of
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.events.deliver import deliver_pending
from marketplace.expo.meetings.answer import accept_meeting, cancel_meeting, decline_meeting, move_meeting
from marketplace.expo.meetings.forget import forget_meeting_texts
from marketplace.expo.meetings.meeting import DeclineReason, Side
from marketplace.expo.meetings.remind import remind_of_meetings
from marketplace.expo.meetings.words import Words
from marketplace.expo.models import ExhibitorMember, Meeting
from marketplace.expo.visitors.change import withdraw_visitor
from tests.factories.accounts import make_user
from tests.factories.expo import make_booth, make_exhibitor, make_hall
from tests.factories.meetings import first_slot, make_meeting

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def meeting() -> Meeting:
    """A Korean visitor asks a firm whose one member reads Vietnamese."""
    exhibitor = make_exhibitor(name="Mộc Ví Dụ", email="office@moc.example")
    user = make_user(email="ban-hang@moc.example", language="vi")
    ExhibitorMember.objects.create(exhibitor=exhibitor, user=user, role="STAND")
    return make_meeting(exhibitor)


def letters() -> list[OutgoingLetter]:
    """What was written since the last look."""
    while deliver_pending(limit=50):
        pass
    found = list(OutgoingLetter.objects.order_by("created_at", "recipient"))
    OutgoingLetter.objects.all().delete()
    return found


def event_of(letter: OutgoingLetter) -> Any:
    calendar = Calendar.from_ical(letter.calendar)
    return calendar["METHOD"], calendar.walk("VEVENT")[0]


def kinds(found: list[OutgoingLetter]) -> set[tuple[str, str]]:
    return {(letter.kind, letter.language) for letter in found}


def test_a_request_is_read_by_the_exhibitor_in_its_own_language(meeting: Meeting) -> None:
    make_booth(make_hall(meeting.expo))
    meeting.expo.halls.get().booths.update(exhibitor=meeting.exhibitor)
    (letter,) = letters()
    assert (letter.kind, letter.recipient, letter.language) == ("MEETING_REQUESTED", "ban-hang@moc.example", "vi")
    assert meeting.visitor.name in letter.subject
    assert "원목 의자를 찾고 있습니다." in letter.text
    assert "Hàn" in letter.text, "which language it is in, and from which country"
    assert "A01" in letter.text
    assert meeting.visitor.email not in letter.text + letter.html + letter.calendar
    method, event = event_of(letter)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("REQUEST", "TENTATIVE", 0)
    assert event.start == meeting.starts_at
    assert event["ATTENDEE"] == "mailto:ban-hang@moc.example"


def test_both_are_told_all_the_way_under_one_name_for_calendars(meeting: Meeting) -> None:
    uids = {str(event_of(letter)[1]["UID"]) for letter in letters()}
    words = Words("Chiều được không?", "vi")
    move_meeting(meeting=meeting, by=Side.EXHIBITOR, starts_at=first_slot(meeting.expo, 8), now=NOW, words=words)
    moved = letters()
    assert kinds(moved) == {("MEETING_MOVED", "ko"), ("MEETING_WAITING", "vi")}
    to_visitor = next(letter for letter in moved if letter.language == "ko")
    assert "Chiều được không?" in to_visitor.text
    assert "15:00" in to_visitor.text or "3:00" in to_visitor.text, "13:00 in Việt Nam is 15:00 in Seoul"
    assert "UTC+9" in to_visitor.text
    assert "UTC+7" in to_visitor.text
    accept_meeting(meeting=meeting, by=Side.VISITOR, now=NOW)
    agreed = letters()
    assert kinds(agreed) == {("MEETING_ACCEPTED", "ko"), ("MEETING_ACCEPTED", "vi")}
    cancel_meeting(meeting=meeting, by=Side.VISITOR, now=NOW)
    called_off = letters()
    assert kinds(called_off) == {("MEETING_CANCELLED", "ko"), ("MEETING_CANCELLED", "vi")}
    told = [event_of(letter) for letter in (*moved, *agreed, *called_off)]
    assert uids == {str(event["UID"]) for _method, event in told}
    assert str(meeting.public_id) in next(iter(uids))
    assert [event["SEQUENCE"] for _method, event in told] == [1, 1, 2, 2, 3, 3]
    assert {(method, str(event["STATUS"])) for method, event in told[-2:]} == {("CANCEL", "CANCELLED")}


def test_a_reason_is_read_in_the_readers_language(meeting: Meeting) -> None:
    letters()
    decline_meeting(meeting=meeting, by=Side.EXHIBITOR, reason=DeclineReason.NO_TIME, now=NOW)
    assert kinds(letters()) == {("MEETING_DECLINED", "ko"), ("MEETING_DECLINED", "vi")}


def test_what_was_overtaken_is_not_told(meeting: Meeting) -> None:
    cancel_meeting(meeting=meeting, by=Side.VISITOR, now=NOW)
    assert {letter.kind for letter in letters()} == {"MEETING_CANCELLED"}


def test_the_calendar_goes_along_as_mail_programs_want_it(meeting: Meeting) -> None:
    (letter,) = letters()
    message = message_from_bytes(message_of(letter).message().as_bytes(), policy=policy.default)
    parts = {part.get_content_type(): part for part in message.walk()}
    assert parts["text/calendar"]["Content-Type"].params["method"] == "REQUEST"
    assert (
        parts["text/calendar"].get_content().replace("\r\n", "\n").strip()
        == letter.calendar.replace("\r\n", "\n").strip()
    )
    assert parts["application/ics"].get_filename() == "invite.ics"


def test_reminders_come_once_a_day_and_an_hour_before(meeting: Meeting) -> None:
    accept_meeting(meeting=meeting, by=Side.EXHIBITOR, now=NOW)
    letters()
    at = meeting.starts_at
    for moment, count, kind in (
        (at - timedelta(hours=25), 0, ""),
        (at - timedelta(hours=24), 1, "MEETING_IN_A_DAY"),
        (at - timedelta(hours=23), 0, ""),
        (at - timedelta(minutes=55), 1, "MEETING_IN_AN_HOUR"),
        (at - timedelta(minutes=50), 0, ""),
        (at, 0, ""),
    ):
        assert remind_of_meetings(now=moment) == count, moment
        assert kinds(letters()) == ({(kind, "ko"), (kind, "vi")} if count else set())


def test_a_meeting_agreed_upon_late_is_not_reminded_of_at_once(meeting: Meeting) -> None:
    accept_meeting(meeting=meeting, by=Side.EXHIBITOR, now=meeting.starts_at - timedelta(hours=3))
    assert remind_of_meetings(now=meeting.starts_at - timedelta(hours=2)) == 0
    assert remind_of_meetings(now=meeting.starts_at - timedelta(minutes=30)) == 1


def test_who_withdraws_is_forgotten_and_the_exhibitor_told(meeting: Meeting) -> None:
    letters()
    withdraw_visitor(visitor=meeting.visitor, now=NOW)
    assert kinds(letters()) == {("MEETING_CANCELLED", "vi")}
    meeting.refresh_from_db()
    assert (meeting.status, meeting.message, meeting.answer) == ("CANCELLED", "", "")
    assert forget_meeting_texts(now=NOW) == 0
