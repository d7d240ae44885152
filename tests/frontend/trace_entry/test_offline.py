"""The telephone page in a real browser: three steps without a network, a page loaded again, an answer that was lost."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep
from marketplace.accounts.tokens import issue_tokens
from marketplace.sellers.member import MemberRole
from tests.factories.sellers import make_member
from tests.factories.traceability import make_lot
from tests.frontend.test_browser import chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
__all__ = ["chromium"]
expect.set_options(timeout=60_000)


@pytest.fixture
def lot() -> Lot:
    return make_lot(trade="wood_furniture")


@pytest.fixture
def phone(
    chromium: Any, live_server: LiveServer, settings: Any, lot: Lot, tmp_path: Any, client: Client
) -> Iterator[Any]:
    """A worker's telephone, signed in, with the page open and its worker in charge."""
    settings.PUBLIC_URL = live_server.url
    settings.MEDIA_ROOT = tmp_path
    assert client.get("/en/trace-entry/worker.js").status_code == 200  # what the first request has to load is loaded
    pair = issue_tokens(make_member(lot.seller, MemberRole.PACKER))
    context = chromium.new_context(viewport={"width": 360, "height": 740}, service_workers="allow", locale="en-US")
    context.set_default_timeout(60_000)
    context.add_cookies([{"name": "access", "value": pair.access, "url": live_server.url}])
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{live_server.url}/en/trace-entry")
    page.wait_for_selector("[data-ready]")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    yield page
    context.close()


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (80, 60), (140, 100, 60)).save(out, "JPEG")
    return out.getvalue()


def write(page: Any, stage: str, *, picture: bytes | None = None, **measures: str) -> None:
    page.get_by_label("Stage").select_option(stage)
    for name, value in measures.items():
        page.locator(f'[data-measure="{name}"]').fill(value)
    if picture is not None:
        page.get_by_label("Photo", exact=True).set_input_files(
            {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture}
        )
    before = page.locator("#queue li").count()
    page.get_by_role("button", name="Keep the step").click()
    expect(page.locator("#queue li")).to_have_count(before + 1)


def test_three_steps_without_a_network_are_sent_once_each_when_there_is_one(phone: Any, lot: Lot) -> None:
    phone.context.set_offline(True)
    write(phone, "kiln_drying", moisture_percent="11", kiln_days="18")
    write(phone, "joinery", picture=photo())
    write(phone, "inspection", sample_size="6")
    assert not TraceStep.objects.exists()
    phone.reload()
    phone.wait_for_selector("[data-ready]")
    assert phone.locator("#queue li").count() == 3
    assert "No network" in phone.locator("#network").inner_text()
    assert phone.get_by_label("Lot", exact=True).locator("option").count() == 1, "the lots are kept for choosing"
    beyond = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert beyond <= 0
    phone.context.set_offline(False)
    expect(phone.locator("#queue li")).to_have_count(0)
    steps = {step.stage: step for step in TraceStep.objects.filter(lot=lot)}
    assert set(steps) == {"kiln_drying", "joinery", "inspection"}
    assert steps["kiln_drying"].measures == {"moisture_percent": "11", "kiln_days": "18"}
    assert StepEvidence.objects.get().step_id == steps["joinery"].pk
    assert (lot.steps.count(), EpcisEvent.objects.count()) == (3, 3)
    assert phone.complaints == []


def test_an_answer_that_was_lost_does_not_make_a_step_twice(phone: Any, lot: Lot) -> None:
    lost = []

    def lose(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    phone.context.route("**/trace-entry", lose)
    with phone.expect_event("requestfailed"):
        write(phone, "joinery")
    assert lost == [200]
    assert lot.steps.count() == 1, "it was recorded, and the telephone does not know"
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.locator("#queue li")).to_have_count(0)
    assert (lot.steps.count(), EpcisEvent.objects.count()) == (1, 1)


def wait_until(phone: Any, happened: Callable[[], bool]) -> None:
    """The queue shows the refused step all the while, so that only the database tells when the next one came."""
    for _turn in range(200):
        if happened():
            return
        phone.wait_for_timeout(50)
    raise AssertionError("it never happened")


def test_what_is_refused_says_why_and_the_next_is_sent_all_the_same(phone: Any, lot: Lot) -> None:
    phone.get_by_label("When").fill("2031-01-01T08:00")
    write(phone, "joinery")
    phone.wait_for_selector('[data-state="REFUSED"]')
    assert "has not come yet" in phone.locator("#queue").inner_text()
    phone.get_by_label("When").fill("2026-10-05T08:00")
    phone.get_by_label("Stage").select_option("packing")
    phone.get_by_role("button", name="Keep the step").click()
    wait_until(phone, lot.steps.exists)
    expect(phone.locator("#queue li")).to_have_count(1)
    assert [step.stage for step in lot.steps.all()] == ["packing"]
    phone.get_by_label("Or type the code").fill(f"https://id.gs1.org/01/08931234500016/10/{lot.number}")
    phone.get_by_label("Or type the code").blur()
    assert lot.number in phone.locator("#said").inner_text()
    phone.get_by_role("button", name="Remove").click()
    expect(phone.locator("#queue li")).to_have_count(0)
