"""Finding people, keeping them out, letting them in, and who gives which rights to whom."""

from typing import Any

import pytest

from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.models import User
from marketplace.accounts.people.block import AccountBlock
from marketplace.accounts.tokens import issue_tokens
from marketplace.accounts.tokens.access import bearer_of
from marketplace.events.deliver import deliver_pending
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.factories.accounts import make_expo_officer, make_operator, make_user

pytestmark = pytest.mark.django_db
BLOCK = "mutation ($id: ID!, $reason: String!) { accountBlock(id: $id, reason: $reason) { errors { code } } }"
UNBLOCK = "mutation ($id: ID!) { accountUnblock(id: $id) { errors { code } } }"
ROLES = "mutation ($id: ID!, $roles: [StaffRole!]!) { staffRolesSet(id: $id, roles: $roles) { errors { code } } }"
FIND = """query ($filter: UserFilterInput) { users(filter: $filter, first: 20) {
  totalCount edges { node { email staffRoles lastSeen blockades { reason blockedBy { email } endedAt } } }
} }"""
REASON = "Hàng giả bị khiếu nại nhiều lần"


def call(actor: User | None, document: str, person: User | None = None, **variables: Any) -> Any:
    given = {"id": to_global_id("User", person.public_id), **variables} if person else variables
    answer = execute(document, given, token=issue_tokens(actor).access if actor else None)
    if answer.errors:
        return [error["extensions"]["code"] for error in answer.errors]
    [payload] = (answer.data or {}).values()
    return [error["code"] for error in payload["errors"]] if "errors" in payload else payload


def test_people_are_found_by_whole_and_part_and_by_staff_alone() -> None:
    operator, person = make_operator(), make_user(email="an.vidu@example.org", first_name="Thùy An")
    make_user(email="binh@example.org")
    for words in ("an.vidu@example.org", "VIDU", "thùy"):
        [found] = [edge["node"]["email"] for edge in call(operator, FIND, filter={"search": words})["edges"]]
        assert found == person.email
    assert call(operator, FIND, filter={"search": "an"})["totalCount"] == 0, "two letters would list everybody"
    assert call(operator, FIND, filter={"isStaff": True})["edges"][0]["node"]["staffRoles"] == ["OPERATOR"]
    for other, code in (
        (None, "UNAUTHENTICATED"),
        (person, "PERMISSION_DENIED"),
        (make_expo_officer(), "PERMISSION_DENIED"),
    ):
        assert call(other, FIND) == [code]


def test_who_is_blocked_is_out_at_once_is_told_why_and_comes_back_with_the_same_password() -> None:
    operator, person = make_operator(), make_user(language="en")
    token = issue_tokens(person).access
    assert call(operator, BLOCK, person, reason=REASON) == []
    assert bearer_of(token) is None
    deliver_pending(limit=20)
    assert REASON in OutgoingLetter.objects.get(kind="ACCOUNT_BLOCKED").text
    assert call(operator, BLOCK, person, reason=REASON) == ["WRONG_STATE"]
    password = person.password
    assert call(operator, UNBLOCK, person) == []
    person.refresh_from_db()
    assert person.is_active and person.password == password
    assert call(operator, UNBLOCK, person) == ["WRONG_STATE"]
    [row] = call(operator, FIND, filter={"search": person.email})["edges"][0]["node"]["blockades"]
    assert (row["reason"], row["blockedBy"]["email"]) == (REASON, operator.email) and row["endedAt"]


def test_nobody_is_blocked_who_may_not_be_or_by_who_may_not() -> None:
    operator, officer, person = make_operator(), make_expo_officer(), make_user()
    assert call(operator, BLOCK, operator, reason=REASON) == ["IS_STAFF"]
    assert call(operator, BLOCK, officer, reason=REASON) == ["IS_STAFF"]
    assert call(operator, BLOCK, person, reason="vì thế") == ["REQUIRED"]
    assert call(officer, BLOCK, person, reason=REASON) == ["PERMISSION_DENIED"]
    assert call(person, BLOCK, officer, reason=REASON) == ["PERMISSION_DENIED"]
    assert not AccountBlock.objects.exists() and User.objects.filter(is_active=False).count() == 0


def test_an_account_that_was_erased_is_not_opened_again() -> None:
    from marketplace.accounts.privacy.erase import erase_proven

    operator, person = make_operator(), make_user()
    erase_proven(user=person)
    assert call(operator, UNBLOCK, person) == ["NOT_FOUND"]


def test_roles_are_given_by_others_and_one_operator_is_always_left() -> None:
    operator, colleague, person = make_operator(), make_operator(), make_user()
    assert call(operator, ROLES, person, roles=["EXPO", "DOOR"]) == []
    assert User.objects.get(pk=person.pk).has_permission("expo.manage")
    assert call(operator, ROLES, operator, roles=[]) == ["OWN_ACCOUNT"]
    assert call(person, ROLES, operator, roles=[]) == ["PERMISSION_DENIED"]
    assert call(operator, ROLES, colleague, roles=[]) == []
    assert call(colleague, ROLES, operator, roles=[]) == ["PERMISSION_DENIED"]
    User.objects.filter(pk=operator.pk).update(is_active=False)
    User.objects.filter(pk=colleague.pk).update(staff_roles=["operator"])
    assert call(colleague, ROLES, operator, roles=["operator".upper()]) == ["WRONG_STATE"]
    assert call(operator, ROLES, make_user(is_confirmed=False), roles=["EXPO"]) == ["UNAUTHENTICATED"]
