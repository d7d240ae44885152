"""Where somebody is signed in: listed, and ended at once, access tokens too."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.models import RefreshToken, Session
from marketplace.accounts.sessions.device import Device, device_of
from marketplace.accounts.sessions.forget import KEPT, forget_sessions
from marketplace.accounts.sessions.open import open_session
from marketplace.accounts.tokens import InvalidRefreshToken, actor_of, issue_tokens, refresh, revoke_token
from marketplace.accounts.user import User
from marketplace.events.deliver import deliver_pending
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
PHONE = Device("Chrome", "Android")
MINE = "{ mySessions { id kind browser system form isCurrent } }"
END = "mutation($id: ID!) { sessionEnd(id: $id) { session { browser } errors { field code } } }"
END_OTHERS = "mutation { sessionsEndOthers { ended errors { code } } }"


def ask(document: str, token: str | None = None, **variables: Any) -> dict[str, Any]:
    return execute(document, variables, token=token).to_dict()


def test_one_sees_ones_own_sessions_and_which_is_this_one() -> None:
    user = make_user()
    here, there = issue_tokens(user), issue_tokens(user, device=PHONE)
    issue_tokens(make_user())
    rows = ask(MINE, here.access)["data"]["mySessions"]
    assert {(row["id"], row["browser"], row["isCurrent"]) for row in rows} == {
        (to_global_id("Session", here.session), "", True),
        (to_global_id("Session", there.session), "Chrome", False),
    }
    assert ask(MINE)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_an_ended_session_stops_at_once() -> None:
    user = make_user()
    here, lost = issue_tokens(user), issue_tokens(user, device=PHONE)
    newer = refresh(lost.refresh)
    assert newer.session == lost.session
    answer = ask(END, here.access, id=to_global_id("Session", lost.session))["data"]["sessionEnd"]
    assert answer == {"session": {"browser": "Chrome"}, "errors": []}
    assert [actor_of(pair.access) for pair in (lost, newer, here)] == [None, None, user]
    with pytest.raises(InvalidRefreshToken):
        refresh(newer.refresh)
    assert ask(MINE, lost.access)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_nobody_ends_the_session_of_another() -> None:
    owner, stranger = issue_tokens(make_user()), issue_tokens(make_user(staff_roles=["operator"]))
    ids = [to_global_id("Session", key) for key in (owner.session, uuid4(), "x", 7)]
    for key in ids:
        answer = ask(END, stranger.access, id=key)["data"]["sessionEnd"]
        assert [error["code"] for error in answer["errors"]] == ["NOT_FOUND"], key
    assert ask(END, None, id=ids[0])["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert actor_of(owner.access) == owner.user


def test_all_others_end_together() -> None:
    user = make_user()
    here, *others = [issue_tokens(user) for _each in range(3)]
    theirs = issue_tokens(make_user())
    assert ask(END_OTHERS, here.access)["data"]["sessionsEndOthers"]["ended"] == 2
    assert [actor_of(pair.access) for pair in (*others, here, theirs)] == [None, None, user, theirs.user]


def test_signing_out_ends_the_access_token_too() -> None:
    pair = issue_tokens(make_user())
    revoke_token(pair.refresh)
    assert actor_of(pair.access) is None


def test_a_session_of_before_they_were_kept_is_opened_when_it_is_renewed() -> None:
    pair = issue_tokens(make_user())
    Session.objects.all().delete()
    newer = refresh(pair.refresh)
    assert (newer.session, actor_of(newer.access)) == (pair.session, pair.user)


def test_a_device_not_seen_before_is_told_by_letter() -> None:
    user = make_user()
    for device in (PHONE, PHONE, Device(), device_of("kho/1")):
        issue_tokens(user, device=device)
    deliver_pending()
    letters = OutgoingLetter.objects.filter(kind="ACCOUNT_NEW_DEVICE")
    assert [letter.recipient for letter in letters] == [user.email]


def test_staff_looking_as_somebody_stand_in_the_list_and_write_no_letter() -> None:
    user, staff = make_user(), make_user(staff_roles=["operator"])
    here = issue_tokens(user, device=PHONE)
    now = timezone.now()
    open_session(
        user, device=Device("Edge", "Windows"), now=now, expires_at=now + timedelta(hours=1), acting_user=staff
    )
    kinds = {row["kind"] for row in ask(MINE, here.access)["data"]["mySessions"]}
    assert kinds == {"SIGN_IN", "IMPERSONATION"}
    deliver_pending()
    assert not OutgoingLetter.objects.exists()


def test_what_is_over_is_forgotten() -> None:
    user: User = make_user()
    long_ago = timezone.now() - KEPT - timedelta(days=31)
    issue_tokens(user, now=long_ago)
    issue_tokens(user, now=timezone.now() - timedelta(days=31))
    alive = issue_tokens(user)
    assert forget_sessions() == 1
    assert Session.objects.count() == 2
    assert list(RefreshToken.objects.values_list("family", flat=True)) == [alive.session]
