"""The desk of a fair: plan, booths, halls."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from marketplace.expo.models import Booth, Expo, Hall
from marketplace.graphql import to_global_id
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


def booth_id(booth: Booth) -> str:
    return to_global_id("Booth", booth.pk)


def seen(booth: Booth) -> dict[str, str]:
    """The hidden fields of a booth's forms."""
    booth.refresh_from_db()
    return {"booth": booth_id(booth), "version": str(booth.version)}


def hall_id(fair: Preparation) -> str:
    return to_global_id("Hall", fair.hall.pk)


def state(booth: Booth) -> str:
    booth.refresh_from_db()
    return str(booth.status)


def test_a_fair_is_planned(browser: Client, fair: Preparation) -> None:
    fields = {"name": "Hội chợ gốm", "sourceLanguage": "vi", "startsOn": "2027-05-03", "endsOn": "2027-05-01"}
    refused(browser, "/en/expo-desk/", "create", **fields)
    html = refused(browser, "/en/expo-desk/", "create", **{**fields, "startsOn": "3 May"})
    assert "Write a day, for example" in html
    assert 'value="Hội chợ gốm"' in html, "what was typed is still there"
    assert Expo.objects.count() == 1
    html = carried_out(browser, "/en/expo-desk/", "create", **{**fields, "endsOn": "2027-05-06"})
    assert "Not public yet" in html
    assert Expo.objects.count() == 2


def test_publishing_and_hiding(browser: Client, fair: Preparation) -> None:
    carried_out(browser, fair.fair, "publish")
    fair.expo.refresh_from_db()
    assert fair.expo.is_published
    carried_out(browser, fair.fair, "unpublish")
    fair.expo.refresh_from_db()
    assert not fair.expo.is_published


def test_the_plan_and_the_table_say_the_same(browser: Client, fair: Preparation) -> None:
    html = read(browser, fair.fair)
    drawing, table = html[html.index("<svg viewBox") :].split("<table", 1)
    for booth in (fair.free, fair.taken):
        assert f">{booth.code}</text>" in drawing
        assert re.search(rf'<th scope="row"><a href="[^"]*">{booth.code}</a>', table)
    assert "<title>Booth A02, 3 × 3 m, taken by Công ty Mộc Ví Dụ</title>" in drawing
    assert "Công ty Mộc Ví Dụ" in table


def test_a_booth_is_given_and_freed(browser: Client, fair: Preparation) -> None:
    path = fair.at_booth(fair.free)
    guest = to_global_id("Exhibitor", fair.guest.pk)
    refused(browser, path, "assign", **seen(fair.free), exhibitorId="")
    assert state(fair.free) == "FREE"
    html = carried_out(browser, path, "assign", **seen(fair.free), exhibitorId=guest)
    assert "Voorbeeld Keramiek BV" in html
    assert state(fair.free) == "ASSIGNED"
    carried_out(browser, path, "free", **seen(fair.free))
    assert state(fair.free) == "FREE"


def test_a_booth_that_somebody_has_is_not_given_away(browser: Client, fair: Preparation) -> None:
    guest = to_global_id("Exhibitor", fair.guest.pk)
    html = refused(browser, fair.at_booth(fair.taken), "assign", **seen(fair.taken), exhibitorId=guest)
    assert "This booth is taken; free it first." in html
    fair.taken.refresh_from_db()
    assert fair.taken.exhibitor == fair.exhibitor


def test_hold_let_go_and_remove(browser: Client, fair: Preparation) -> None:
    path = fair.at_booth(fair.free)
    carried_out(browser, path, "hold", **seen(fair.free))
    assert state(fair.free) == "HELD"
    carried_out(browser, path, "release", **seen(fair.free))
    assert state(fair.free) == "FREE"
    refused(browser, fair.at_booth(fair.taken), "hold", **seen(fair.taken))
    refused(browser, fair.at_booth(fair.taken), "remove", **seen(fair.taken), hall=hall_id(fair))
    carried_out(browser, path, "remove", **seen(fair.free), hall=hall_id(fair))
    assert not Booth.objects.filter(pk=fair.free.pk).exists()


def test_a_hall_is_added_and_changed(browser: Client, fair: Preparation) -> None:
    html = refused(browser, fair.fair, "create_hall", name="B", width="wide", depth="20")
    assert "Write a number" in html
    refused(browser, fair.fair, "create_hall", name="A", width="30", depth="20")
    html = carried_out(browser, fair.fair, "create_hall", name="B", width="30,5", depth="20")
    assert "Hall B" in html
    refused(browser, fair.fair, "update_hall", hall=hall_id(fair), name="A", width="4", depth="40")
    carried_out(browser, fair.fair, "update_hall", hall=hall_id(fair), name="A1", width="80", depth="40")
    assert set(Hall.objects.values_list("name", "width")) == {("A1", Decimal(80)), ("B", Decimal("30.5"))}


def test_rows_of_booths_are_drawn_or_none(browser: Client, fair: Preparation) -> None:
    carried_out(browser, fair.fair, "create_hall", name="B", width="40", depth="30")
    hall = Hall.objects.get(name="B")
    path = f"{fair.fair}?hall={to_global_id('Hall', hall.pk)}"
    fields = {"hall": to_global_id("Hall", hall.pk), "columns": "6", "kind": "ISLAND", "prefix": "B", "aisle": "3"}
    html = refused(browser, path, "generate", rows="90", **fields)
    assert "do not fit" in html
    refused(browser, path, "generate", rows="two", **fields)
    assert hall.booths.count() == 0
    html = carried_out(browser, path, "generate", rows="2", **fields)
    assert hall.booths.count() == 12
    assert ">B12</text>" in html


def test_one_booth_is_drawn(browser: Client, fair: Preparation) -> None:
    fields = {"hall": hall_id(fair), "code": "A90", "width": "3", "depth": "3", "kind": "RAW"}
    html = refused(browser, fair.fair, "add_booth", x="4", y="4", **fields)
    assert "would lie on booth" in html
    refused(browser, fair.fair, "add_booth", x="4", y="4", **{**fields, "kind": "TENT"})
    html = carried_out(browser, fair.fair, "add_booth", x="20", y="20.5", **fields)
    assert "Booth A90" in html


def test_texts_dates_and_translations(browser: Client, fair: Preparation) -> None:
    path = f"{fair.fair}/texts"
    fields = {"name": "Hội chợ mới", "startsOn": "2027-05-03", "endsOn": "2027-05-06", "sourceLanguage": "vi"}
    html = refused(browser, path, "update", **{**fields, "name": ""})
    assert "This field is needed." in html
    html = carried_out(browser, path, "update", theme="Gốm", description="Bốn ngày", venue="WTC", **fields)
    assert "Hội chợ mới" in html
    assert "Bốn ngày" in html
    html = carried_out(browser, f"{path}?language=nl", "translate", language="nl", name="Nieuwe beurs", theme="")
    assert 'value="Nieuwe beurs"' in html
    refused(browser, path, "translate", language="tlh", name="x")
    refused(browser, path, "translate", language="nl", name="x" * 300)
