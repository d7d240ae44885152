"""The visitors of a fair at the expo desk, and the page of its doors as it comes from the server."""

import json
import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.accounts.permissions import StaffRole
from marketplace.expo.models import Badge, DoorScan, Expo
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_expo_officer, make_user
from tests.factories.expo import make_expo
from tests.factories.visitors import badge_of, make_registration, make_visitor
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair() -> Expo:
    return make_expo(slug="hoi-cho", name="Hội chợ ví dụ", starts_on=today_here())


@pytest.fixture
def keeper() -> User:
    return make_user(staff_roles=[StaffRole.DOOR.value])


def test_staff_find_visitors_and_give_them_new_badges(browser: Client, fair: Expo) -> None:
    visitor = make_visitor(fair, name="김하늘")
    make_registration(fair, name="Ana Voorbeeld", country="NL")
    sign_in(browser, make_expo_officer())
    path = f"/en/expo-desk/{fair.slug}/visitors"
    html = read(browser, path)
    assert ("김하늘" in html, "Ana Voorbeeld" in html, "South Korea" in html) == (True, True, True)
    found = read(browser, f"/vi/expo-desk/{fair.slug}/visitors?q=voorbeeld&country=NL&confirmed=no&kind=TRADE")
    assert ("김하늘" in found, "Ana Voorbeeld" in found) == (False, True)
    read(browser, f"{path}?q=nobody&kind=x&confirmed=perhaps")
    old = badge_of(visitor)
    carried_out(browser, path, "anew", badge=to_global_id("Badge", old.pk))
    refused(browser, path, "anew", badge=to_global_id("Badge", old.pk))
    carried_out(browser, path, "void", badge=to_global_id("Badge", badge_of(visitor).pk))
    assert "An Ví Dụ" in carried_out(browser, path, "add_staff", holderName="An Ví Dụ")
    assert Badge.objects.get(kind="STAFF").holder_name == "An Ví Dụ"


def test_only_staff_see_who_comes(browser: Client, fair: Expo, keeper: User) -> None:
    path = f"/en/expo-desk/{fair.slug}/visitors"
    assert browser.get(path).status_code == 302
    for user in (make_user(), keeper):
        assert sign_in(browser, user).get(path).status_code == 403


def test_the_door_page_is_the_same_for_everybody_and_its_list_is_not(browser: Client, fair: Expo, keeper: User) -> None:
    visitor = make_visitor(fair, name="김하늘", email="one@example.org")
    door = f"/en/expo-desk/{fair.slug}/door"
    answer = browser.get(door)
    assert "camera=(self)" in answer.headers["Permissions-Policy"]
    assert "camera=()" in browser.get(f"/en/eu/fairs/{fair.slug}/visit").headers["Permissions-Policy"]
    read(browser, f"/ko/expo-desk/{fair.slug}/door")
    assert browser.get(f"{door}/list").status_code == 401
    assert sign_in(browser, make_user()).get(f"{door}/list").status_code == 403
    taken = sign_in(browser, keeper).get(f"{door}/list").json()
    assert taken["inForce"] == [badge_of(visitor).mark]
    told = json.dumps(taken, ensure_ascii=False)
    assert not any(word in told for word in ("김하늘", "one@example.org", badge_of(visitor).code))
    for file in ("worker.js", "manifest.webmanifest"):
        assert browser.get(f"{door}/{file}").status_code == 200
    kept = json.loads(re.search(r"const KEPT = (\[.*?\]);", browser.get(f"{door}/worker.js").content.decode())[1])  # type: ignore[index]
    assert {path.rsplit("/", 1)[1] for path in kept} >= {"door.js", "offline_queue.js", "camera.js", "door.css"}


def sent(browser: Client, fair: Expo, **fields: str) -> Any:
    moment = {"scannedAt": timezone.now().isoformat(), "key": str(uuid.uuid4()), "direction": "IN", "door": "A"}
    given = {"expo": to_global_id("Expo", fair.pk), **moment, **fields}
    return post(browser, f"/en/expo-desk/{fair.slug}/door", "send", **given)


def test_scans_are_taken_from_who_works_at_the_door(browser: Client, fair: Expo, keeper: User) -> None:
    mark = badge_of(make_visitor(fair)).mark
    assert sent(browser, fair, mark=mark).status_code == 401
    sign_in(browser, make_user())
    assert sent(browser, fair, mark=mark).status_code == 403
    assert not DoorScan.objects.exists()
    sign_in(browser, keeper)
    key = str(uuid.uuid4())
    said = [sent(browser, fair, mark=mark, key=key).json() for _again in range(2)]
    assert said == [{"state": "SENT", "outcome": "WELCOME", "kind": "VISITOR"}] * 2
    for wrong in (
        {"mark": "x"},
        {"key": "x"},
        {"scannedAt": "x"},
        {"direction": "UP"},
        {"door": "x" * 41},
        {"expo": "x"},
    ):
        answer = sent(browser, fair, **{"mark": mark, **wrong})
        assert answer.status_code in (403, 422), wrong
        assert answer.json()["state"] in ("REFUSED", "NOT_ALLOWED"), wrong
    assert DoorScan.objects.count() == 1
