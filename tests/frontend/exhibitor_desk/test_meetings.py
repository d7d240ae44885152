"""An exhibitor's meetings at its desk: answering, times and tables, asking a visitor."""

import pytest
from django.test import Client

from marketplace.expo.exhibitors import show_product
from marketplace.expo.meetings.answer import accept_meeting
from marketplace.expo.meetings.grid import slot_grid
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.models import ClosedSlot, Exhibitor, Meeting
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.meetings import first_slot, make_fair_visitor, make_meeting
from tests.factories.sellers import make_member
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibitor(browser: Client) -> Exhibitor:
    """Shows a chair; whoever browses works there."""
    product = make_product(category=make_category(name="Chairs"), source_language="en")
    make_sellable_variant(make_channel("kr", countries=["KR"]), product=product)
    made = make_exhibitor(make_expo(), seller=product.seller)
    show_product(exhibitor=made, product=product)
    make_channel("eu")
    sign_in(browser, make_member(product.seller, "PACKER"))
    return made


def desk(exhibitor: Exhibitor, rest: str = "", language: str = "en") -> str:
    return f"/{language}/exhibitor-desk/{exhibitor.expo.slug}/{gid(exhibitor)}/meetings{rest}"


def gid(row: object) -> str:
    return to_global_id(type(row).__name__, row.pk)  # type: ignore[attr-defined]  # rows have one


def test_requests_are_answered_and_moved(browser: Client, exhibitor: Exhibitor) -> None:
    visitor = make_fair_visitor(exhibitor.expo)
    first, second = make_meeting(exhibitor, visitor), make_meeting(exhibitor, slot=1)
    html = read(browser, desk(exhibitor, language="vi"))
    assert visitor.name in html
    assert visitor.email not in html
    page = desk(exhibitor)
    assert "The visitor wrote in Korean" in read(browser, page)
    assert "Agreed" in carried_out(browser, page, "accept", meeting=gid(first))
    refused(browser, page, "accept", meeting=gid(first))
    refused(browser, page, "decline", meeting=gid(second), reason="BECAUSE")
    carried_out(browser, page, "move", meeting=gid(second), startsAt=first_slot(exhibitor.expo, 5).isoformat(), note="")
    second.refresh_from_db()
    assert second.awaits == "VISITOR"
    carried_out(browser, page, "cancel", meeting=gid(second), note="x")
    third = make_meeting(exhibitor, slot=2)
    html = carried_out(browser, page, "decline", meeting=gid(third), reason="NOT_SERVED", note="")
    assert "The country or the quantity is not served." in html


def test_times_and_tables(browser: Client, exhibitor: Exhibitor) -> None:
    page, grid = desk(exhibitor, "/times"), [start.isoformat() for start in slot_grid(exhibitor.expo)]
    read(browser, page)
    carried_out(browser, page, "offer", shown=grid, offered=grid[2:])
    assert ClosedSlot.objects.count() == 2
    carried_out(browser, page, "offer", shown=grid, offered=grid)
    assert not ClosedSlot.objects.exists()
    carried_out(browser, page, "set_tables", tables="4")
    exhibitor.refresh_from_db()
    assert exhibitor.meeting_tables == 4
    for wrong in ("0", "11", "x", ""):
        refused(browser, page, "set_tables", tables=wrong)


def test_visitors_who_agreed_are_asked(browser: Client, exhibitor: Exhibitor) -> None:
    interests = [exhibitor.exhibits.get().product.category_id]  # type: ignore[union-attr]  # it is a product
    keen = make_fair_visitor(exhibitor.expo, interests=interests, name="Keen Example")
    make_fair_visitor(exhibitor.expo, interests=interests, consents=(), name="Shy Example")
    page = desk(exhibitor, "/visitors")
    html = read(browser, page)
    assert "Looks for Chairs: you show 1 product of it." in html
    assert "Shy Example" not in html
    contact, at = to_global_id("FairContact", keen.public_id), first_slot(exhibitor.expo).isoformat()
    refused(browser, page, "invite", visitor=contact, startsAt="")
    carried_out(browser, page, "invite", visitor=contact, startsAt=at, message="Mời anh")
    asked = Meeting.objects.get()
    assert (asked.asked_by, asked.visitor, asked.message) == ("EXHIBITOR", keen, "Mời anh")
    accept_meeting(meeting=asked, by=Side.VISITOR, now=asked.created_at)
    assert "Among your meetings" in read(browser, page)


def test_others_find_nothing(browser: Client, exhibitor: Exhibitor) -> None:
    sign_in(browser, make_user())
    for rest in ("", "/times", "/visitors"):
        read(browser, desk(exhibitor, rest), status=404)
