"""The plan on the desk: every verb by a form, the editor's answers, drawings, prices, paper."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from marketplace.expo.booths import assign_booth
from marketplace.expo.models import Booth, BoothPrice, HallFeature, PlanChange, PlanImport
from marketplace.graphql import to_global_id
from tests.factories.expo import make_booth
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.expo_desk.test_fair import booth_id, hall_id, seen, state
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


def place(x: str, y: str, width: str = "3", depth: str = "3") -> dict[str, str]:
    return {"x": x, "y": y, "width": width, "depth": depth}


def test_a_booth_is_moved_described_split_and_merged_by_forms(browser: Client, fair: Preparation) -> None:
    path = fair.at_booth(fair.free)
    html = refused(browser, path, "move", **seen(fair.free), **place("5", "3"))
    assert "would lie on booth A02" in html
    carried_out(browser, path, "move", **seen(fair.free), **place("3,5", "10"))
    refused(browser, path, "move", **seen(fair.free), points="3,3 9,3 x")
    carried_out(browser, path, "move", **seen(fair.free), points="3,10 9,10 9,13 6,13 6,16 3,16")
    fair.free.refresh_from_db()
    assert fair.free.area_square_metres == 27
    facts = {"code": "L1", "kind": "RAW", "powerKw": "3,5", "needsWater": "1"}
    html = carried_out(browser, path, "describe", **seen(fair.free), **facts)
    assert "3.5 kW" in html
    carried_out(browser, path, "split", **seen(fair.free), across="yes", at="3")
    new = Booth.objects.get(code="L1-2")
    refused(browser, path, "merge", **seen(fair.free))
    carried_out(browser, path, "merge", **seen(fair.free), **{"with": f"{booth_id(new)}:{new.version}"})
    fair.free.refresh_from_db()
    assert fair.free.area_square_metres == 27
    html = carried_out(
        browser, path, "reserve", **seen(fair.free), exhibitorId=to_global_id("Exhibitor", fair.guest.pk)
    )
    assert f"Reserved for {fair.guest.name}." in html
    carried_out(browser, path, "end_reservation", **seen(fair.free))
    carried_out(browser, path, "hold", **seen(fair.free), until="2999-12-31")
    assert state(fair.free) == "HELD"
    last = PlanChange.objects.latest("number")
    carried_out(browser, path, "undo", change=to_global_id("PlanChange", last.pk))
    assert state(fair.free) == "FREE"


def test_an_old_page_is_told_what_happened_meanwhile(browser: Client, fair: Preparation) -> None:
    old = seen(fair.free)
    assign_booth(booth=fair.free, exhibitor=fair.guest)
    html = refused(browser, fair.at_booth(fair.free), "move", **old, **place("10", "10"))
    assert "Booth A01 has been changed meanwhile." in html
    assert "Meanwhile: assigned." in html
    fair.free.refresh_from_db()
    assert [fair.free.x, fair.free.exhibitor] == [3, fair.guest]


def live(browser: Client, fair: Preparation, since: int, action: str = "", **fields: str) -> tuple[int, dict[str, Any]]:
    path = f"{fair.fair}/plan-live?hall={hall_id(fair)}&since={since}"
    answer: Any = post(browser, path, action, **fields) if action else browser.get(path)
    return answer.status_code, json.loads(answer.content)


def test_the_editor_hears_of_its_own_changes_and_those_of_others(browser: Client, fair: Preparation) -> None:
    fair.hall.refresh_from_db()
    began = fair.hall.plan_number
    assert live(browser, fair, began)[1]["booths"] == []
    status, news = live(browser, fair, began, action="move", **seen(fair.free), **place("12", "9"))
    assert (status, news["number"], news["said"]) == (200, began + 1, [])
    [moved] = news["booths"]
    assert 'x="240" y="180"' in moved["mark"]
    assert 'data-version="2"' in moved["mark"]
    assert f'data-row="{booth_id(fair.free)}"' in moved["row"]
    Booth.objects.filter(pk=fair.taken.pk).update(exhibitor=None)
    other = make_booth(fair.hall, "Z1", 40, 30)
    status, news = live(
        browser, fair, began + 1, action="move", booth=booth_id(fair.free), version="1", **place("0", "0")
    )
    assert status == 422
    assert "Booth A01 has been changed meanwhile." in news["refused"]
    assert [booth["code"] for booth in news["booths"]] == ["Z1"]
    assert news["said"] == ["Z1: drawn"]
    status, news = live(browser, fair, began + 2, action="remove", **seen(other))
    assert (status, news["removed"]) == (200, [booth_id(other)])
    status, news = live(browser, fair, began + 3, action="undo", change=news["undo"])
    assert [booth["code"] for booth in news["booths"]] == ["Z1"]
    assert live(browser, fair, 0)[1]["number"] == began + 4
    assert browser.get(f"{fair.fair}/plan-live?hall=x").status_code == 404
    nonsense: Any = post(browser, f"{fair.fair}/plan-live?hall={hall_id(fair)}", "nonsense")
    assert nonsense.status_code == 400


def test_aisles_doors_and_services_are_drawn_and_taken_off(browser: Client, fair: Preparation) -> None:
    fields = {"hall": hall_id(fair), "kind": "STAGE", "label": "Sân khấu <1>"}
    refused(browser, fair.fair, "add_feature", **fields, **place("3", "3"))
    refused(browser, fair.fair, "add_feature", **{**fields, "kind": "TENT"}, **place("20", "20"))
    html = carried_out(browser, fair.fair, "add_feature", **fields, **place("20", "20", "8", "4"))
    assert "Sân khấu &lt;1&gt;" in html
    feature = HallFeature.objects.get()
    carried_out(browser, fair.fair, "remove_feature", feature=to_global_id("HallFeature", feature.pk))
    assert not HallFeature.objects.exists()


def test_prices_are_set_together_from_a_day_on(browser: Client, fair: Preparation) -> None:
    path = f"{fair.fair}/booth-prices"
    fields = {"currency": ["VND", "EUR"], "effectiveFrom": "2020-01-01"}
    refused(browser, path, "set_prices", **fields)
    refused(browser, path, "set_prices", **fields, **{"amount-SHELL-EUR": "ten"})
    amounts = {"amount-SHELL-EUR": "150", "amount-SHELL-VND": "4000000"}
    amounts |= {"twoSidesPercent-SHELL-EUR": "10", "twoSidesPercent-SHELL-VND": "12"}
    html = carried_out(browser, path, "set_prices", **fields, **amounts)
    assert "€150.00" in html
    surcharges = dict(BoothPrice.objects.values_list("currency", "two_sides_percent"))
    assert surcharges == {"EUR": 10, "VND": 12}
    assert "€1,485.00" in read(browser, fair.at_booth(fair.free)) or "€1,350.00" in read(
        browser, fair.at_booth(fair.free)
    )


def test_a_drawing_becomes_a_plan_after_a_look_at_it(browser: Client, fair: Preparation) -> None:
    path = f"{fair.fair}/drawings"
    bad = SimpleUploadedFile("plan.svg", b"<svg/>")
    assert "no closed outline" in refused(browser, path, "preview", hallId=hall_id(fair), file=bad)
    svg = b"""<svg><g id="booths"><rect data-code="N1" x="30" y="20" width="3" height="3"/>
      <rect data-code="N2" x="3" y="3" width="3" height="3"/></g></svg>"""
    html = carried_out(browser, path, "preview", hallId=hall_id(fair), file=SimpleUploadedFile("plan.svg", svg))
    assert "The booth would lie on booth A01." in html
    stored = PlanImport.objects.get()
    page = f"{path}/{to_global_id('PlanImport', stored.pk)}"
    settled = {"unit": "", "metresPerUnit": "1", "right": "1", "down": "0", "layer": "booths", "role": "BOOTH"}
    refused(browser, page, "settle", **{**settled, "role": "TENT"})
    carried_out(browser, page, "settle", **settled)
    carried_out(browser, page, "apply")
    assert Booth.objects.get(code="N1").x == 31
    assert "This drawing is in the plan since" in read(browser, page)


def test_a_plan_on_paper_has_every_booth_and_its_list(browser: Client, fair: Preparation) -> None:
    for paper, sheet in (("a3", "hall_sheet_a3"), ("a4", "hall_sheet_a4"), ("b9", "hall_sheet_a3")):
        html = read(browser, f"{fair.fair}/plan-print?hall={hall_id(fair)}&paper={paper}")
        assert sheet in html
        assert f"<b>A02</b> {fair.exhibitor.name}" in html
        assert html.count('class="booth ') == 2
    assert browser.get(f"/en/expo-desk/{fair.expo.slug}-2/plan-print").status_code == 404


def test_a_plan_is_searched_and_enlarged_without_scripts(browser: Client, fair: Preparation) -> None:
    html = read(browser, f"{fair.fair}?find=moc+vi+du&zoom=200")
    assert "1 booth fits “moc vi du”:" in html
    assert html.count("kind-shell marked") == 1
    small, large = (read(browser, f"{fair.fair}?zoom={zoom}") for zoom in (100, 200))
    assert [int(text.split('width="')[1].split('"')[0]) for text in (_svg(small), _svg(large))] == [1320, 2640]
    assert "No booth fits “zzz”." in read(browser, f"{fair.fair}?find=zzz&zoom=9")


def _svg(html: str) -> str:
    return html[html.index('<svg class="hall-drawing"') :]
