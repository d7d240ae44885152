"""What makes the seller's desk an application: its files open for everybody, its token for members alone."""

import json
import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from marketplace.accounts.tokens import issue_tokens
from marketplace.sellers.member import MemberRole
from tests.factories.sellers import make_member, make_seller
from tests.frontend.soundness import problems

DESK = "/en/seller/moc-vi-du"


def test_the_page_without_a_network_is_sound_and_the_same_for_everybody(client: Client, db: None) -> None:
    for language in ("vi", "ja"):  # the English page says "None are kept yet.", which looks like a None of Python
        answer = client.get(f"/{language}/seller/offline")
        assert answer.status_code == 200
        assert problems(answer.content.decode(), language=language) == []


def test_the_worker_keeps_only_what_is_there(client: Client, db: None) -> None:
    answer = client.get("/en/seller/worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Service-Worker-Allowed"] == "/en/seller/"
    met = re.search(r"^const KEPT = (\[.*\]);$", answer.content.decode(), re.MULTILINE)
    assert met is not None
    kept = json.loads(met[1])
    assert "/en/seller/offline" in kept
    assert [path for path in kept if "/static/" in path and not finders.find(path.split("/static/")[1])] == []


def test_the_manifest_leads_to_the_orders_of_the_seller(client: Client) -> None:
    answer = client.get(f"{DESK}/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    told: dict[str, Any] = json.loads(answer.content)
    assert told["start_url"] == f"{DESK}/orders"
    assert told["lang"] == "en"
    assert [one["url"] for one in told["shortcuts"]][:2] == [f"{DESK}/orders", f"{DESK}/messages"]


@pytest.mark.django_db
def test_the_token_is_for_the_sellers_own_members() -> None:
    member = make_member(make_seller(slug="moc-vi-du"), MemberRole.PACKER)
    stranger = make_member(make_seller(slug="gom-vi-du"), MemberRole.OWNER)
    for user, expected in ((None, 401), (stranger, 404), (member, 200)):
        browser = Client(enforce_csrf_checks=True)
        if user is not None:
            browser.cookies["access"] = issue_tokens(user).access
        answer = browser.get(f"{DESK}/token")
        assert answer.status_code == expected
        told = answer.json() if answer.headers["Content-Type"] == "application/json" else {}
        assert ("csrf" in told) is (expected == 200)
