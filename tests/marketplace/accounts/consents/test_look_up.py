"""Staff with the right look up what an address agreed to; that they did is written down, the address is not."""

from typing import Any

import pytest
from django.test import override_settings

from marketplace.accounts.consents.look_up import consents_of_address
from marketplace.accounts.models import User
from marketplace.accounts.tokens import issue_tokens
from marketplace.audit.entry import AuditEntry, AuditObject
from marketplace.schema import execute
from tests.api.tables import stored
from tests.factories.accounts import make_expo_officer, make_operator, make_user
from tests.marketplace.accounts.consents.test_log import NEWS, PHOTOS, agree

pytestmark = pytest.mark.django_db
LOOK_UP = """mutation ($email: String!) { consentsLookUp(email: $email) { totalCount
  consents { purpose state wording place } errors { field code } } }"""


def look_up(user: User, email: str) -> Any:
    return execute(LOOK_UP, {"email": email}, token=issue_tokens(user).access).to_dict()


def purposes(email: str) -> list[str]:
    return sorted(row.purpose for row in consents_of_address(email))


def test_an_address_finds_its_consents_however_it_is_written_and_no_others() -> None:
    agree(NEWS, email="anna@example.org")
    agree(PHOTOS, email="other@example.org", about="Visitor:2")
    found = look_up(make_operator(), " Anna@Example.ORG ")["data"]["consentsLookUp"]
    assert (found["totalCount"], found["errors"]) == (1, [])
    assert [(one["purpose"], one["state"], one["place"]) for one in found["consents"]] == [
        ("FAIR_NEWS", "GIVEN", "FAIR_VISIT")
    ]
    assert found["consents"][0]["wording"]


def test_what_the_account_agreed_to_under_an_earlier_address_is_found_once_it_is_confirmed() -> None:
    user = make_user(email="new@example.org")
    agree(NEWS, email="old@example.org", user=user)
    assert purposes("new@example.org") == purposes("old@example.org") == ["FAIR_NEWS"]
    User.objects.filter(pk=user.pk).update(is_confirmed=False)
    assert purposes("new@example.org") == []


def test_records_under_an_earlier_key_are_found_too() -> None:
    with override_settings(SEALING_KEYS=("one-that-was-there-before-32-characters",)):
        agree(NEWS, email="anna@example.org")
    both = ("a-new-one-of-at-least-32-characters", "one-that-was-there-before-32-characters")
    with override_settings(SEALING_KEYS=both):
        assert purposes("anna@example.org") == ["FAIR_NEWS"]


def test_what_is_no_address_is_refused() -> None:
    errors = look_up(make_operator(), "anna")["data"]["consentsLookUp"]["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [("email", "INVALID")]


def test_looking_is_written_down_and_the_address_nowhere() -> None:
    operator = make_operator()
    agree(NEWS, email="anna.vidu@example.org")
    look_up(operator, "anna.vidu@example.org")
    entry = AuditEntry.objects.get()
    assert (entry.operation, entry.actor, entry.outcome) == ("consentsLookUp", operator, "DONE")
    assert entry.fields == ["email"] and not AuditObject.objects.exists()
    assert not [table for table, rows in stored().items() if any("anna.vidu" in row for row in rows)]


def test_nobody_else_looks_anything_up() -> None:
    agree(NEWS, email="anna@example.org")
    for user in (make_user(), make_user(email="anna@example.org"), make_expo_officer()):
        answer = look_up(user, "anna@example.org")
        assert answer["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED"
        assert not answer["data"]["consentsLookUp"]
