"""Notices in a real browser: what the push service hands over is shown, and leads to a page of this site alone."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.frontend.test_browser import chromium

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
__all__ = ["chromium"]


@pytest.fixture
def page(chromium: Any, live_server: LiveServer) -> Iterator[Any]:
    context = chromium.new_context(service_workers="allow")
    context.set_default_timeout(60_000)
    context.grant_permissions(["notifications"], origin=live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/eu/nowhere", wait_until="commit")
    yield page
    context.close()


def registered(page: Any, site: str) -> tuple[Any, str]:
    """The worker in charge, and the name that Chromium's developer tools have for it."""
    session = page.context.new_cdp_session(page)
    seen: list[Any] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda told: seen.extend(told["registrations"]))
    session.send("ServiceWorker.enable")
    page.evaluate(
        """async () => { await navigator.serviceWorker.register("/push-worker.js", { scope: "/push/" });
          const there = () => navigator.serviceWorker.getRegistration("/push/");
          while (!(await there())?.active) await new Promise((go) => setTimeout(go, 50)); }"""
    )
    page.wait_for_timeout(300)
    return session, next(one["registrationId"] for one in seen if one["scopeURL"] == f"{site}/push/")


SHOWN = """async () => (await (await navigator.serviceWorker.getRegistration("/push/")).getNotifications()).map(
  (one) => ({ title: one.title, body: one.body, tag: one.tag, lang: one.lang, path: one.data.path }))"""


def test_what_is_pushed_is_shown_once(page: Any, live_server: LiveServer) -> None:
    session, registration = registered(page, live_server.url)

    def push(data: str) -> list[dict[str, str]]:
        given = {"origin": live_server.url, "registrationId": registration, "data": data}
        session.send("ServiceWorker.deliverPushMessage", given)
        page.wait_for_timeout(500)
        found: list[dict[str, str]] = page.evaluate(SHOWN)
        return found

    said = {"title": "Đơn hàng mới", "body": "3", "path": "/vi/seller/moc/orders", "tag": "abc", "lang": "vi"}
    assert push(json.dumps(said)) == [said]
    assert push(json.dumps(said)) == [said], "sent again it takes its own place"
    [other] = [one for one in push("no JSON at all") if one["tag"] != "abc"]
    assert other["title"] == "Bình Dương Marketplace", "something is always shown"
