"""Devices are their person's, few, and of the public internet."""

from typing import Any

import pytest
from django.utils import timezone

from marketplace.accounts.privacy.registry import erasures, exports
from marketplace.push.kinds import PushKind
from marketplace.push.kinds_for import kinds_for
from marketplace.push.subscribe import PushNotOffered, PushRefused
from marketplace.push.subscription import MOST_OF_ONE, PushSubscription
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor
from tests.factories.push import make_device, make_session
from tests.factories.sellers import make_member, make_seller
from tests.peers.push_service.browser import Browser, base64url

pytestmark = pytest.mark.django_db
ENDPOINT = "https://push.example.com/send/abc"


def test_a_device_is_one_row_however_often_it_subscribes() -> None:
    user, browser = make_user(), Browser()
    session = make_session(user)
    first = make_device(user, browser, endpoint=ENDPOINT, session=session)
    again = make_device(user, Browser(), endpoint=ENDPOINT, session=session, kinds=[PushKind.ORDER_SHIPPED])
    assert (again.pk, PushSubscription.objects.count()) == (first.pk, 1)
    stored = PushSubscription.objects.get()
    assert (stored.kinds, stored.endpoint.open()) == (["ORDER_SHIPPED"], ENDPOINT)
    columns = PushSubscription.objects.values().get()
    assert "push.example.com" not in str(columns), "its address is sealed"
    assert browser.keys["auth"] not in str(columns)


def test_a_browser_that_somebody_else_signs_in_on_is_theirs() -> None:
    before = make_device(endpoint=ENDPOINT)
    now = make_device(endpoint=ENDPOINT)
    assert [row.user_id for row in PushSubscription.objects.all()] == [now.user_id] != [before.user_id]


def test_one_person_has_few_devices() -> None:
    user = make_user()
    session = make_session(user)
    rows = [make_device(user, session=session) for _each in range(MOST_OF_ONE + 2)]
    assert set(PushSubscription.objects.values_list("pk", flat=True)) == {row.pk for row in rows[2:]}


@pytest.mark.parametrize(
    ("field", "given"),
    [
        *(("endpoint", {"endpoint": url}) for url in (
            "", "http://push.example.com/x", "https://127.0.0.1/x", "https://10.0.0.8/x", "https://[::1]/x",
            "https://169.254.169.254/latest", "https://push.internal/x", "https://0x7f000001/", "https://a:b@c.example/x",
            "https://push.example.com/#x", "https://push.example.com:22/x", "https://push.example.com/" + "x" * 1000,
            "javascript:alert(1)", "//push.example.com/x",
        )),
        ("keys", {"public_key": ""}),
        ("keys", {"public_key": base64url(b"\x04" + b"\x01" * 64)}),
        ("keys", {"public_key": "A" * 5000}),
        ("keys", {"auth": "%%%"}),
        ("keys", {"auth": base64url(b"x" * 15)}),
        ("kinds", {"kinds": ["EVERYTHING"]}),
    ],
)  # fmt: skip
def test_what_is_no_browsers_is_refused(field: str, given: dict[str, Any]) -> None:
    with pytest.raises(PushRefused) as refusal:
        make_device(**given)
    assert refusal.value.field == field
    assert not PushSubscription.objects.exists()


def test_long_addresses_of_real_services_are_taken() -> None:
    assert make_device(endpoint="https://wns2-by3p.notify.example.com/w/?token=" + "B" * 700).pk


def test_without_a_key_there_is_nothing_to_subscribe_to(settings: Any) -> None:
    settings.VAPID_PRIVATE_KEY = None
    with pytest.raises(PushNotOffered):
        make_device()


def test_everybody_is_offered_what_can_concern_them() -> None:
    buyer, packer, owner, officer = (make_user() for _each in range(4))
    seller = make_seller()
    make_member(seller, MemberRole.PACKER, packer)
    make_member(seller, MemberRole.OWNER, owner)
    make_exhibitor(seller=seller)
    as_buyer = ["MESSAGE_RECEIVED", "ORDER_SHIPPED", "QUOTE_OFFERED"]
    assert [kinds_for(user) for user in (buyer, packer, officer)] == [
        as_buyer, ["ORDER_RECEIVED", *as_buyer], as_buyer,
    ]  # fmt: skip
    assert kinds_for(owner) == list(PushKind)


def test_a_person_gets_a_copy_and_takes_it_all_away() -> None:
    device = make_device(kinds=[PushKind.ORDER_SHIPPED])
    other = make_device()
    assert exports["push"](device.user) == [
        {"kinds": ["ORDER_SHIPPED"], "since": device.created_at.isoformat(), "lastSent": None}
    ]
    assert erasures["push"](device.user) == []
    assert list(PushSubscription.objects.all()) == [other]
    assert PushSubscription.objects.alive(timezone.now()).count() == 1
