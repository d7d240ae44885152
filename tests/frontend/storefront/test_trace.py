"""A code that vouches for nothing says so; it never looks like one that does."""

from typing import Any

import pytest
from django.test import Client, RequestFactory

from frontend.reader_country import reader_country
from tests.frontend.conftest import post
from tests.frontend.fake_api import FakeApi
from tests.frontend.storefront.test_product import product, words


def answer(browser: Client, path: str, action: str, **fields: str) -> Any:
    return post(browser, path, action, **fields)


def trace(**facts: Any) -> dict[str, Any]:
    lot = {
        "number": "LT-1",
        "producedOn": "2026-11-02",
        "expiresOn": None,
        "place": "Lái Thiêu",
        "quantity": 120,
        "localized": {"note": None},
        "recall": None,
    }
    step = {
        "id": "s1",
        "kindDisplay": "Inspecting",
        "occurredAt": "2026-11-03T08:00:00+07:00",
        "recordedAt": "2026-11-03T09:00:00+07:00",
        "place": "Lái Thiêu",
        "localized": {"title": words("Looked at each piece"), "detail": None},
        "evidenceStrength": "PHOTO",
        "evidenceStrengthDisplay": "With a photo",
        "partner": None,
        "partnerIsWithheld": True,
        "sealedOn": "2026-11-03",
        "point": {"latitude": "10.98", "longitude": "106.65"},
        "shownEvidence": [{"kind": "PHOTO", "takenAt": None, "url": "/media/p.webp"}],
    }
    one = product()
    return {
        "code": "7K3M9QXW2T4BC",
        "grouped": "7K3M-9QXW-2T4BC",
        "status": "ACTIVE",
        "voidReason": None,
        "voidedAt": None,
        "hasPin": True,
        "scans": 30,
        "warrantyMonths": 24,
        "product": one,
        "seller": one["seller"],
        "lot": lot,
        "steps": [step],
        **facts,
    }


def test_a_known_code_tells_its_way_to_anybody(browser: Client, api: FakeApi) -> None:
    api.answers["Trace"] = {"trace": trace()}
    html = browser.get("/ja/t/7K3M9QXW2T4BC").content.decode()
    assert "Looked at each piece" in html
    assert "7K3M-9QXW-2T4BC" in html
    assert api.asked("Trace")[0].token is None


def test_an_unknown_code_is_a_404_that_explains_itself(browser: Client, api: FakeApi) -> None:
    api.answers["Trace"] = {"trace": None}
    response = browser.get("/en/t/<script>")
    html = response.content.decode()
    assert response.status_code == 404
    assert "This code is not known" in html
    assert "&lt;script&gt;" in html
    assert "<script>" not in html.replace("<script src", "")


def test_a_withdrawn_code_shows_no_way(browser: Client, api: FakeApi) -> None:
    voided = trace(status="VOIDED", voidReason="Labels were stolen", voidedAt="2026-11-10T00:00:00+00:00", steps=[])
    api.answers["Trace"] = {"trace": voided}
    html = browser.get("/en/t/7K3M9QXW2T4BC").content.decode()
    assert "This code was withdrawn" in html
    assert "Labels were stolen" in html
    assert "Its way so far" not in html


def test_the_page_says_how_much_is_shown_and_where(browser: Client, api: FakeApi) -> None:
    far = {**trace()["steps"][0], "id": "s2", "point": {"latitude": "51.9", "longitude": "4.1"}, "partner": "Cảng <b>"}
    api.answers["Trace"] = {"trace": trace(steps=[*trace()["steps"], far])}
    html = browser.get("/en/t/7K3M9QXW2T4BC").content.decode()
    assert "With a photo" in html and "With a partner whom the maker does not name" in html
    assert (
        'class="trace-map"' in html
        and html.partition('class="trace-map"')[2].partition("</svg>")[0].count("<circle") == 2
    )
    assert "Cảng &lt;b&gt;" in html
    assert "about 30 times" in html
    assert "<script" not in html


def test_openings_are_counted_with_a_country_and_nothing_more(browser: Client, api: FakeApi) -> None:
    api.answers["Trace"] = {"trace": trace()}
    browser.get("/en/t/7K3M9QXW2T4BC", headers={"accept-language": "nl-BE,nl;q=0.8"})
    (counted,) = api.asked("CountScan")
    assert counted.variables == {"code": "7K3M9QXW2T4BC", "country": "BE"}
    browser.head("/en/t/7K3M9QXW2T4BC")
    browser.get("/en/t/7K3M9QXW2T4BC", headers={"sec-purpose": "prefetch;prerender"})
    by_lot = browser.get("/en/t/7K3M9QXW2T4BC?by=lot").content.decode()
    assert len(api.asked("CountScan")) == 1
    assert "Hidden number" not in by_lot and "7K3M-9QXW-2T4BC" not in by_lot
    assert browser.get("/t/7K3M9QXW2T4BC?by=lot")["Location"].endswith("/t/7K3M9QXW2T4BC?by=lot")
    assert browser.get("/t/7K3M9QXW2T4BC?by=other")["Location"].endswith("/t/7K3M9QXW2T4BC")


@pytest.mark.parametrize(
    ("headers", "country"),
    [
        ({"accept-language": "nl-BE,nl;q=0.9"}, "BE"),
        ({"accept-language": "zh-Hant-TW"}, "TW"),
        ({"accept-language": "vi"}, None),
        ({"accept-language": "en-419"}, None),
        ({"accept-language": "x" * 5000}, None),
        ({}, None),
        ({"accept-language": "nl-BE", "cf-ipcountry": "de"}, "DE"),
        ({"accept-language": "nl-BE", "cf-ipcountry": "XX"}, None),
    ],
)
def test_from_which_country(headers: dict[str, str], country: str | None, settings: Any, rf: RequestFactory) -> None:
    settings.COUNTRY_HEADER = "CF-IPCountry" if "cf-ipcountry" in headers else None
    assert reader_country(rf.get("/", headers=headers)) == country


def test_a_country_header_is_not_believed_unless_it_is_trusted(rf: RequestFactory) -> None:
    assert reader_country(rf.get("/", headers={"cf-ipcountry": "DE"})) is None


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("FIRST", "for the first time"),
        ("CHECKED_BEFORE", "It was first checked on"),
        ("WRONG", "4 tries are left today"),
        ("LOCKED", "Too many wrong numbers today"),
        ("NOT_OFFERED", "no hidden number"),
    ],
)
def test_the_check_of_a_piece(browser: Client, api: FakeApi, outcome: str, said: str) -> None:
    api.answers["Trace"] = {"trace": trace()}
    check = {"outcome": outcome, "firstCheckedAt": "2026-11-20T08:00:00+07:00", "checks": 2, "triesLeft": 4}
    api.answers["Check"] = {"tracePieceCheck": {"check": check, "errors": []}}
    html = answer(browser, "/en/t/7K3M9QXW2T4BC", "check", pin="ABC123").content.decode()
    assert said in html
    assert api.asked("Check")[0].variables == {"code": "7K3M9QXW2T4BC", "pin": "ABC123"}
    assert not api.asked("CountScan")


def test_registering_telling_and_reporting(browser: Client, api: FakeApi) -> None:
    api.answers["TraceWarranty"] = {"trace": trace()}
    api.answers["TraceFeedbackPage"] = {"trace": trace()}
    bought = {"email": "a@example.org", "boughtOn": "2026-11-10", "consents": "1"}
    sent = answer(browser, "/en/t/7K3M9QXW2T4BC/warranty", "register", **bought)
    assert sent.status_code == 302
    assert api.asked("Register")[0].variables["input"]["consents"] is True
    assert answer(browser, "/en/t/7K3M9QXW2T4BC/feedback", "give", rating="4").status_code == 302
    assert answer(browser, "/en/t/7K3M9QXW2T4BC/feedback", "give", rating="9").status_code == 422
    told = {"code": "X", "boughtAt": "Chợ", "country": "VN"}
    assert answer(browser, "/en/fake-goods", "tell", **told).status_code == 302
    assert api.asked("Tell")[0].variables["input"]["photo"] is None
    assert "Vietnam" in browser.get("/en/fake-goods?code=<b>").content.decode()
    api.answers["TraceWarranty"] = {"trace": trace(warrantyMonths=None)}
    assert browser.get("/en/t/7K3M9QXW2T4BC/warranty").status_code == 404
    done = {"endsOn": "2028-11-10", "code": {"code": "7K3M9QXW2T4BC", "grouped": "7K3M-9QXW-2T4BC"}, "errors": []}
    api.answers["Confirm"] = {"warrantyConfirm": done}
    confirmed = answer(browser, "/en/warranty", "confirm", token="t").content.decode()
    assert "The warranty is registered" in confirmed


def test_a_lot_that_is_called_back_says_so_first(browser: Client, api: FakeApi) -> None:
    text = {"reason": "Chân ghế nứt", "instructions": "Ngừng dùng", "language": {"code": "VI"}}
    recall = {"hazardDisplay": "Injury", "openedAt": "2026-11-18T08:00:00+07:00", "text": text}
    facts = trace()
    api.answers["Trace"] = {"trace": {**facts, "lot": {**facts["lot"], "recall": recall}}}
    html = browser.get("/en/t/7K3M9QXW2T4BC").content.decode()
    assert html.index("This lot is called back") < html.index("Its way so far")
    assert '<div lang="vi"><p>Chân ghế nứt</p>' in html
    assert "how to check it" in html
