"""Everybody reads what they agreed to themselves, and nobody anything else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.accounts.consents.write import end_consents
from marketplace.accounts.models import User
from marketplace.accounts.tokens import issue_tokens
from marketplace.schema import execute
from tests.factories.accounts import make_operator, make_user
from tests.marketplace.accounts.consents.test_log import NEWS, NOW, PHOTOS, READ, agree

pytestmark = pytest.mark.django_db
MINE = """query ($first: Int, $after: String) { myConsents(first: $first, after: $after) { totalCount
  pageInfo { hasNextPage endCursor }
  edges { node { purpose state about givenAt endedAt place wording wordingVersion language } } } }"""


def mine(user: User, **given: Any) -> Any:
    return (execute(MINE, {"first": 10, **given}, token=issue_tokens(user).access).data or {})["myConsents"]


def test_each_consent_says_what_became_of_it() -> None:
    user = make_user()
    agree(NEWS, user=user, email=user.email)
    end_consents(["Visitor:1"], place=ConsentPlace.FAIR_VISIT, now=NOW + timedelta(days=1))
    agree(NEWS, user=user, email=user.email, at=NOW + timedelta(days=2))
    agree(PHOTOS, user=user, email=user.email, at=NOW + timedelta(days=3))
    end_consents(["Visitor:1"], purposes=[PHOTOS], now=NOW + timedelta(days=4))
    found = [edge["node"] for edge in mine(user)["edges"]]
    assert [(one["purpose"], one["state"], one["endedAt"]) for one in found] == [
        ("FAIR_PHOTOS", "ENDED", (NOW + timedelta(days=4)).isoformat()),
        ("FAIR_NEWS", "GIVEN", None),
        ("FAIR_NEWS", "WITHDRAWN", (NOW + timedelta(days=1)).isoformat()),
    ]
    assert (found[2]["about"], found[2]["place"], found[2]["language"]) == ("A fair", "FAIR_VISIT", "nl")
    assert found[2]["wording"] not in ("", READ)
    first = mine(user, first=2)
    rest = mine(user, first=2, after=first["pageInfo"]["endCursor"])
    assert (first["totalCount"], [edge["node"]["state"] for edge in rest["edges"]]) == (3, ["WITHDRAWN"])


def test_nobody_reads_anothers_not_even_staff_and_a_guest_needs_the_address() -> None:
    agree(NEWS)
    agree(PHOTOS, user=make_user(), email="guest@example.org", at=datetime(2026, 11, 1, tzinfo=UTC))
    for other in (make_user(), make_operator()):
        assert mine(other)["totalCount"] == 0
    guest = make_user(email="guest@example.org")
    assert [edge["node"]["purpose"] for edge in mine(guest)["edges"]] == ["FAIR_NEWS"]
    assert execute(MINE, {"first": 1}).errors, "nobody is signed in"
