"""A code that vouches for nothing says so; it never looks like one that does."""

from typing import Any

from django.test import Client

from tests.frontend.fake_api import FakeApi
from tests.frontend.storefront.test_product import product, words


def trace(**facts: Any) -> dict[str, Any]:
    lot = {
        "number": "LT-1",
        "producedOn": "2026-11-02",
        "expiresOn": None,
        "place": "Lái Thiêu",
        "quantity": 120,
        "localized": {"note": None},
    }
    step = {
        "id": "s1",
        "kindDisplay": "Inspecting",
        "occurredAt": "2026-11-03T08:00:00+07:00",
        "recordedAt": "2026-11-03T09:00:00+07:00",
        "place": "Lái Thiêu",
        "localized": {"title": words("Looked at each piece"), "detail": None},
    }
    one = product()
    return {
        "code": "7K3M9QXW2T4BC",
        "grouped": "7K3M-9QXW-2T4BC",
        "status": "ACTIVE",
        "voidReason": None,
        "voidedAt": None,
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
