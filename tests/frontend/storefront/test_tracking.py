"""The public page of a shipment: the way drawn and told, and an address that is nobody's."""

from typing import Any

from django.test import Client

from frontend.maps.way import way_map
from tests.frontend.fake_api import FakeApi


def leg(number: int, start: tuple[str, float, float], end: tuple[str, float, float], **facts: Any) -> dict[str, Any]:
    return {
        "number": number, "mode": "VESSEL", "modeDisplay": "By sea", "vesselName": "", "voyage": "",
        "departure": None, "actualDeparture": None, "arrival": None, "actualArrival": None,
        "origin": {"name": start[0], "code": ""}, "destination": {"name": end[0], "code": ""},
        "path": [{"longitude": x, "latitude": y} for _, x, y in (start, end)], **facts,
    }  # fmt: skip


CAI_MEP, ROTTERDAM, UTRECHT = ("Cái Mép", 107.03, 10.54), ("Rotterdam", 4.14, 51.95), ("Utrecht", 5.13, 52.08)
SEATTLE, YOKOHAMA = ("Seattle", 237.7, 47.6), ("Yokohama", 139.6, 35.4)


def tracking(**facts: Any) -> dict[str, Any]:
    ship = leg(
        1, CAI_MEP, ROTTERDAM, actualDeparture="2026-11-18T08:00:00+07:00", departure="2026-11-18T08:00:00+07:00"
    )
    truck = leg(2, ROTTERDAM, UTRECHT, mode="TRUCK", modeDisplay="By truck")
    return {
        "status": "IN_TRANSIT", "statusDisplay": "On its way", "carrierName": "Example Line",
        "origin": {"name": "Tân Uyên", "code": ""}, "destination": {"name": "Utrecht", "code": "NLUTC"},
        "destinationCountry": "NL", "estimatedDelivery": "2026-12-20", "promisedDelivery": "2026-12-12",
        "deliveredAt": None, "legs": [ship, truck],
        "alerts": [{"kind": "DELAYED", "kindDisplay": "Later than expected", "meaning": "It will be later.",
                    "raisedAt": "2026-11-19T08:00:00+07:00"}],
        "events": [{"status": None, "occurredAt": "2026-11-18T08:00:00+07:00", "place": "<b>Cái Mép",
                    "description": "Departure"}],
        **facts,
    }  # fmt: skip


def test_the_way_is_drawn_and_told_to_anybody(browser: Client, api: FakeApi) -> None:
    api.answers["Tracking"] = {"tracking": tracking()}
    html = browser.get("/en/track/some-token").content.decode()
    assert "On the way to Utrecht, Netherlands" in html and "Later than expected" in html
    assert html.count('class="way now vessel"') == 2 and 'class="way ahead truck"' in html
    assert "&lt;b&gt;Cái Mép" in html and "<b>Cái" not in html
    assert '<meta name="robots" content="noindex' in html
    assert api.asked("Tracking")[0].token is None


def test_an_address_of_nobody_says_so(browser: Client, api: FakeApi) -> None:
    api.answers["Tracking"] = {"tracking": None}
    answer = browser.get("/vi/track/nothing")
    assert answer.status_code == 404
    assert browser.get("/track/nothing")["Location"].endswith("/track/nothing")


def test_places_that_fall_together_get_a_picture_of_their_own() -> None:
    drawn = way_map(tracking()["legs"])
    assert drawn is not None
    assert [dot.label for dot in drawn.whole[0].dots] == ["Cái Mép", "Rotterdam … Utrecht"]
    assert [[dot.label for dot in pictures[0].dots] for pictures in drawn.details] == [["Rotterdam", "Utrecht"]]
    for picture in drawn.whole:
        for dot in picture.dots:
            assert 0 < dot.x < picture.width and 0 < dot.y < picture.height


def test_a_way_over_the_date_line_is_one_way_and_no_place_makes_no_map() -> None:
    home = ("Seattle", -122.3, 47.6)
    drawn = way_map([leg(1, YOKOHAMA, SEATTLE), leg(2, home, ("Portland", -122.7, 45.5), mode="TRUCK")])
    assert drawn is not None
    assert drawn.whole[0].dots[0].label == "Yokohama" and drawn.whole[0].dots[-1].x > drawn.whole[0].dots[0].x
    assert any(text.endswith("W") for text, _ in drawn.whole[0].meridians)
    assert way_map([leg(1, CAI_MEP, ROTTERDAM, path=[])]) is None
