"""The door page in a real browser: badges answered and kept without a network, and sent once each when there is one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from i18n.today import today_here
from marketplace.accounts.permissions import StaffRole
from marketplace.accounts.tokens import issue_tokens
from marketplace.expo.badges.code import random_code
from marketplace.expo.badges.issue import void_badge
from marketplace.expo.door.figures import door_figures
from marketplace.expo.models import DoorScan, Expo
from tests.factories.accounts import make_user
from tests.factories.expo import make_expo
from tests.factories.visitors import badge_of, make_visitor
from tests.frontend.test_browser import chromium

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
__all__ = ["chromium"]
expect.set_options(timeout=60_000)


@pytest.fixture
def fair() -> Expo:
    return make_expo(slug="hoi-cho", starts_on=today_here())


@pytest.fixture
def codes(fair: Expo) -> list[str]:
    """Of three visitors; the third one's badge is void."""
    badges = [badge_of(make_visitor(fair, name=f"김예시 {number}")) for number in range(3)]
    void_badge(badge=badges[2], now=badges[2].issued_at)
    return [badge.code for badge in badges]


@pytest.fixture
def phone(
    chromium: Any, live_server: LiveServer, settings: Any, fair: Expo, codes: list[str], client: Client
) -> Iterator[Any]:
    """Of somebody who stands at the doors, with the page open and its worker in charge."""
    settings.PUBLIC_URL = live_server.url
    address = f"/en/expo-desk/{fair.slug}/door"
    assert client.get(f"{address}/worker.js").status_code == 200  # what the first request has to load is loaded
    pair = issue_tokens(make_user(staff_roles=[StaffRole.DOOR.value]))
    context = chromium.new_context(viewport={"width": 360, "height": 740}, service_workers="allow", locale="en-US")
    context.set_default_timeout(60_000)
    context.add_cookies([{"name": "access", "value": pair.access, "url": live_server.url}])
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{live_server.url}{address}")
    page.wait_for_selector("[data-ready]")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.get_by_label("This door").fill("Gate A")
    yield page
    context.close()


def scan(phone: Any, code: str, outcome: str) -> None:
    phone.get_by_label("Or type the code of the badge").fill(code)
    phone.get_by_role("button", name="Check").click()
    expect(phone.locator("#answer")).to_have_attribute("data-outcome", outcome)


def kept_on(phone: Any) -> str:
    """Everything in the telephone's databases and caches, as text."""
    return str(
        phone.evaluate(
            """async () => {
              const said = [];
              const done = (asked) => new Promise((yes) => { asked.onsuccess = () => yes(asked.result); });
              for (const { name } of await indexedDB.databases()) {
                const base = await done(indexedDB.open(name));
                for (const rows of base.objectStoreNames) {
                  said.push(JSON.stringify(await done(base.transaction(rows).objectStore(rows).getAll())));
                }
                base.close();
              }
              for (const name of await caches.keys()) {
                for (const request of await (await caches.open(name)).keys()) said.push(request.url);
              }
              return said.join("\\n") + JSON.stringify({ ...localStorage });
            }"""
        )
    )


def test_badges_are_answered_and_kept_without_a_network_and_sent_once(phone: Any, fair: Expo, codes: list[str]) -> None:
    phone.context.set_offline(True)
    scan(phone, codes[0], "WELCOME")
    scan(phone, codes[0].lower(), "AGAIN")
    scan(phone, f"{codes[1][:4]}-{codes[1][4:8]}-{codes[1][8:]}", "WELCOME")
    scan(phone, codes[2], "VOID")
    scan(phone, random_code(), "UNKNOWN")
    scan(phone, "0000000000001", "NO_BADGE")
    assert not DoorScan.objects.exists()
    phone.reload()
    phone.wait_for_selector("[data-ready]")
    assert "No network" in phone.locator("#network").inner_text()
    assert "3" in phone.locator("#queue").inner_text()
    assert phone.get_by_label("This door").input_value() == "Gate A"
    scan(phone, codes[1], "AGAIN")
    phone.get_by_label("out", exact=True).check()
    scan(phone, codes[1], "GOODBYE")
    kept = kept_on(phone)
    assert "inForce" in kept
    assert not any(said in kept for said in ("김예시", "guest-", *codes)), "no name, no address, not even a code"
    beyond = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert beyond <= 0
    phone.context.set_offline(False)
    expect(phone.locator("#queue")).to_be_empty()
    rows = DoorScan.objects.order_by("scanned_at").values_list("badge__code", "direction", "door")
    assert list(rows) == [
        (codes[0], "IN", "Gate A"),
        (codes[0], "IN", "Gate A"),
        (codes[1], "IN", "Gate A"),
        (codes[1], "IN", "Gate A"),
        (codes[1], "OUT", "Gate A"),
    ]
    figures = door_figures(fair, today_here())
    assert (figures.people, figures.inside, figures.scans) == (2, 1, 5)
    assert phone.complaints == []


def test_an_answer_that_was_lost_counts_nobody_twice(phone: Any, fair: Expo, codes: list[str]) -> None:
    lost: list[int] = []

    def lose(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    phone.context.route("**/door", lose)
    with phone.expect_event("requestfailed"):
        scan(phone, codes[0], "WELCOME")
    assert (lost, DoorScan.objects.count()) == ([200], 1), "it was written down, and the telephone does not know"
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.locator("#queue")).to_be_empty()
    assert DoorScan.objects.count() == 1
    expect(phone.locator("#answer")).to_have_attribute("data-outcome", "WELCOME")


def test_with_a_network_the_other_doors_are_known_too(phone: Any, fair: Expo, codes: list[str]) -> None:
    late = badge_of(make_visitor(fair, name="김예시 늦은"))
    scan(phone, late.code, "WELCOME")
    expect(phone.locator("#reason")).to_contain_text("Visitor")
    scan(phone, late.code, "AGAIN")
    scan(phone, random_code(), "UNKNOWN")
    assert DoorScan.objects.count() == 2
    assert phone.complaints == []
