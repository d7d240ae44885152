"""Everybody decides for their own devices; a refusal changes nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from marketplace.accounts.models import Session, User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.graphql import to_global_id
from marketplace.push import vapid
from marketplace.push.subscription import PushSubscription
from marketplace.schema import execute
from tests.cast import Cast, assemble
from tests.factories.push import make_device, make_session
from tests.peers.push_service.browser import Browser

pytestmark = pytest.mark.django_db
SETTINGS = """{ push { applicationServerKey kinds devices { id kinds lastSent session { system isCurrent } } } }"""
SUBSCRIBE = """mutation($input: PushSubscribeInput!) {
  pushSubscribe(input: $input) { subscription { id kinds } errors { field code } }
}"""
UPDATE = """mutation($id: ID!) { pushSubscriptionUpdate(id: $id, kinds: [MESSAGE_RECEIVED]) { errors { code } } }"""
DELETE = "mutation($id: ID!) { pushSubscriptionDelete(id: $id) { errors { code } } }"


@pytest.fixture
def cast() -> Cast:
    return assemble()


def ask(document: str, variables: dict[str, Any], user: User | None, session: Session | None = None) -> dict[str, Any]:
    token = make_access_token(user, session=session.public_id if session else None) if user else None
    return execute(document, variables, token=token).to_dict()


def code(answer: dict[str, Any]) -> str:
    """The one code of an answer, ``""`` for a success."""
    if answer.get("errors"):
        return str(answer["errors"][0]["extensions"]["code"])
    [payload] = answer["data"].values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else ""


def given(browser: Browser | None = None) -> dict[str, Any]:
    keys = (browser or Browser()).keys
    return {"input": {"endpoint": "https://push.example.com/1", "keys": keys, "kinds": ["ORDER_SHIPPED"]}}


def test_a_device_is_subscribed_where_one_is_signed_in(cast: Cast) -> None:
    session = make_session(cast.buyer)
    assert code(ask(SUBSCRIBE, given(), cast.buyer, session)) == ""
    assert code(ask(SUBSCRIBE, given(), cast.buyer)) == "NO_SESSION"
    assert code(ask(SUBSCRIBE, given(), None)) == "UNAUTHENTICATED"
    assert code(ask(SUBSCRIBE, given(), cast.operator, session)) == "UNAUTHENTICATED", "another's session is nobody's"
    [device] = PushSubscription.objects.all()
    assert (device.user, device.session) == (cast.buyer, session)

    seen = ask(SETTINGS, {}, cast.buyer, session)["data"]["push"]
    assert seen["applicationServerKey"] == vapid.public_key()
    assert seen["devices"] == [
        {
            "id": to_global_id("PushSubscription", device.public_id),
            "kinds": ["ORDER_SHIPPED"],
            "lastSent": None,
            "session": {"system": "Android", "isCurrent": True},
        }
    ]
    assert ask(SETTINGS, {}, cast.woodworks.owner)["data"]["push"]["devices"] == []
    assert ask(SETTINGS, {}, None)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_who_looks_through_somebodys_eyes_hears_nothing_later(cast: Cast) -> None:
    seen_as = make_session(cast.buyer, acting_user=cast.operator)
    assert code(ask(SUBSCRIBE, given(), cast.buyer, seen_as)) == "PERMISSION_DENIED"
    assert not PushSubscription.objects.exists()


def test_only_its_person_changes_or_removes_a_device(cast: Cast) -> None:
    device = make_device(cast.buyer)
    one = {"id": to_global_id("PushSubscription", device.public_id)}
    others = {"nobody": None, "seller": cast.woodworks.owner, "packer": cast.woodworks.packer, "staff": cast.operator}
    for document in (UPDATE, DELETE):
        answers = {name: code(ask(document, one, user)) for name, user in others.items()}
        expected = {name: "UNAUTHENTICATED" if user is None else "NOT_FOUND" for name, user in others.items()}
        assert answers == expected
    device.refresh_from_db()
    assert len(device.kinds) == 6

    assert code(ask(UPDATE, one, cast.buyer)) == ""
    device.refresh_from_db()
    assert device.kinds == ["MESSAGE_RECEIVED"]
    assert code(ask(DELETE, one, cast.buyer)) == ""
    assert not PushSubscription.objects.exists()
    assert code(ask(DELETE, one, cast.buyer)) == "NOT_FOUND"
    for nonsense in ("", "x", to_global_id("User", 1), to_global_id("PushSubscription", "7")):
        assert code(ask(DELETE, {"id": nonsense}, cast.buyer)) in {"GRAPHQL_ERROR", "NOT_FOUND"}


def test_a_device_of_an_ended_session_is_not_listed(cast: Cast) -> None:
    session = make_session(cast.buyer)
    make_device(cast.buyer, session=session)
    session.expires_at = timezone.now() - timedelta(seconds=1)
    session.save()
    assert ask(SETTINGS, {}, cast.buyer)["data"]["push"]["devices"] == []
