"""A visitor's time at a fair on its pages: the mailed link, asking, answering, the agenda, matches and seminars."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from catalog.models import Product
from marketplace.expo.exhibitors import show_product
from marketplace.expo.meetings.answer import decline_meeting
from marketplace.expo.meetings.meeting import DeclineReason, Side
from marketplace.expo.models import Exhibitor, Expo, Meeting, Seminar, SeminarSeat, Visitor
from marketplace.expo.visitors.token import visitor_token
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.meetings import first_slot, make_fair_visitor, make_meeting, make_seminar
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db


class Fair:
    """A Korean visitor who looks for chairs, and an exhibitor who shows one."""

    def __init__(self) -> None:
        make_channel("eu")
        self.expo: Expo = make_expo(slug="hoi-cho")
        chairs = make_category(name="Chairs")
        product: Product = make_product(category=chairs, source_language="en")
        make_sellable_variant(make_channel("kr", countries=["KR"]), product=product)
        self.exhibitor: Exhibitor = make_exhibitor(self.expo, seller=product.seller, name="Mộc Ví Dụ")
        show_product(exhibitor=self.exhibitor, product=product)
        booth = make_booth(make_hall(self.expo))
        booth.exhibitor = self.exhibitor
        booth.save()
        self.visitor: Visitor = make_fair_visitor(self.expo, interests=[chairs.pk])
        self.seminar: Seminar = make_seminar(self.expo, seats=1, title="Gỗ hợp pháp")

    def at(self, rest: str = "", language: str = "en") -> str:
        return f"/{language}/eu/fairs/{self.expo.slug}{rest}"

    @property
    def ask(self) -> str:
        return self.at(f"/{to_global_id('Exhibitor', self.exhibitor.pk)}/meeting")

    def come(self, browser: Client) -> None:
        """Open the mailed link."""
        answer = browser.get(self.at(f"/agenda?token={visitor_token(self.visitor)}"))
        assert (answer.status_code, answer["Location"]) == (302, self.at("/agenda"))
        assert answer["Referrer-Policy"] == "no-referrer"


@pytest.fixture
def fair() -> Fair:
    return Fair()


def gid(row: object) -> str:
    return to_global_id(type(row).__name__, row.pk)  # type: ignore[attr-defined]  # rows have one


def test_without_a_registration_the_pages_say_where_to_get_one(browser: Client, fair: Fair) -> None:
    for path in (fair.at("/agenda"), fair.at("/matches"), fair.ask):
        for address in (path, f"{path}?token=nonsense"):
            html = browser.get(address, follow=True).content.decode()
            assert fair.at("/visit") in html, address
            assert fair.visitor.name not in html
    assert browser.get(fair.at("/agenda.ics")).status_code == 404
    read(browser, "/en/eu/fairs/nowhere/agenda", status=404)
    hidden = make_expo(slug="kin", is_published=False)
    read(browser, f"/en/eu/fairs/{hidden.slug}/seminars", status=404)


def test_a_meeting_is_asked_for_moved_and_called_off(browser: Client, fair: Fair) -> None:
    fair.come(browser)
    html = read(browser, fair.ask)
    assert "South Korea Time" in html
    assert "Vietnam Time" in html
    refused(browser, fair.ask, "request_meeting", startsAt="")
    refused(browser, fair.ask, "request_meeting", startsAt="2001-01-01T09:00:00+07:00")
    slots = [first_slot(fair.expo, number).isoformat() for number in range(3)]
    html = carried_out(browser, fair.ask, "request_meeting", startsAt=slots[0], message="의자 <b>300</b>개")
    meeting = Meeting.objects.get()
    assert (meeting.awaits, meeting.language, meeting.visitor) == ("EXHIBITOR", "en", fair.visitor)
    assert "의자 &lt;b&gt;300&lt;/b&gt;개" in html
    assert "The visitor wrote in English" in html
    assert "A01" in html
    assert slots[0] not in read(browser, fair.ask), "it is held"
    moving = f"{fair.ask}?meeting={gid(meeting)}"
    assert "Propose another time" in read(browser, moving)
    carried_out(browser, moving, "move", startsAt=slots[2], message="")
    meeting.refresh_from_db()
    assert meeting.starts_at.isoformat() == slots[2]
    html = carried_out(browser, fair.at("/agenda"), "cancel", meeting=gid(meeting), note="")
    assert "Called off" in html
    refused(browser, fair.at("/agenda"), "cancel", meeting=gid(meeting), note="")


def test_an_exhibitors_request_is_answered(browser: Client, fair: Fair) -> None:
    fair.come(browser)
    asked = make_meeting(fair.exhibitor, fair.visitor, by=Side.EXHIBITOR)
    agenda = fair.at("/agenda")
    assert "Waits for your answer" in read(browser, agenda)
    refused(browser, agenda, "decline", meeting=gid(asked), reason="BECAUSE")
    html = carried_out(browser, agenda, "decline", meeting=gid(asked), reason="NO_TIME", note="Sorry")
    assert "There is no time for it." in html
    other = make_meeting(make_exhibitor(fair.expo), fair.visitor, by=Side.EXHIBITOR)
    assert "Agreed" in carried_out(browser, agenda, "accept", meeting=gid(other))
    strangers = make_meeting(fair.exhibitor, make_fair_visitor(fair.expo), slot=3, by=Side.EXHIBITOR)
    refused(browser, agenda, "accept", meeting=gid(strangers))
    decline_meeting(meeting=strangers, by=Side.VISITOR, reason=DeclineReason.OTHER, now=timezone.now())


def test_who_fits_is_said_with_reasons(browser: Client, fair: Fair) -> None:
    fair.come(browser)
    html = read(browser, fair.at("/matches"))
    assert "Shows 1 product of Chairs, which you look for." in html
    assert fair.ask in html
    fair.visitor.consents.update(withdrawn_at=timezone.now())
    assert "You have not agreed to matchmaking" in read(browser, fair.at("/matches"))
    read(browser, fair.at("/matches", "ko"))


def test_seminars_are_booked_with_the_account_and_wait_in_line(browser: Client, fair: Fair) -> None:
    seminars = fair.at("/seminars")
    assert "Gỗ hợp pháp" in read(browser, seminars)
    refused(browser, seminars, "book", seminar=gid(fair.seminar))
    user = make_user()
    sign_in(browser, user)
    make_fair_visitor(fair.expo, user=user)
    assert "Seat booked" in carried_out(browser, seminars, "book", seminar=gid(fair.seminar))
    other = Client()
    fair.come(other)
    assert "Waiting list, place 1" in carried_out(other, seminars, "book", seminar=gid(fair.seminar))
    assert "all 1 seats are taken, 1 person waits" in read(other, seminars)
    carried_out(browser, fair.at("/agenda"), "leave", seminar=gid(fair.seminar))
    assert SeminarSeat.objects.filter(status="CANCELLED").count() == 1


def test_calendars_are_files(browser: Client, fair: Fair) -> None:
    fair.come(browser)
    make_meeting(fair.exhibitor, fair.visitor)
    answer = browser.get(fair.at("/agenda.ics"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")] == ["Mộc Ví Dụ"]
    answer = browser.get(fair.at(f"/seminars/{gid(fair.seminar)}.ics"))
    assert str(Calendar.from_ical(answer.content).walk("VEVENT")[0]["SUMMARY"]) == "Gỗ hợp pháp"
    assert browser.get(fair.at("/seminars/x.ics")).status_code == 404
    unknown: Any = post(browser, fair.at("/agenda"), "nothing")
    assert unknown.status_code == 400
