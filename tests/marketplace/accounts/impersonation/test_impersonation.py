"""Looking with somebody's eyes: for whom, at whom, how long, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from marketplace.accounts.impersonation.impersonation import Impersonation
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.models import User
from marketplace.accounts.permissions import StaffRole
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens import issue_tokens
from marketplace.accounts.tokens.access import bearer_of, make_access_token
from marketplace.audit.entry import AuditEntry
from marketplace.audit.in_person import ONLY_IN_PERSON
from marketplace.events.deliver import deliver_pending
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.factories.accounts import make_expo_officer, make_operator, make_user

pytestmark = pytest.mark.django_db
START = """mutation ($user: ID!, $reason: String!) {
  impersonationStart(user: $user, reason: $reason) {
    token impersonation { ends reason person { email } } errors { field code }
  }
}"""
END = "mutation { impersonationEnd { errors { code } } }"
WHO = "query { me { email permissions } impersonation { reason ends } mySessions { kind isCurrent } }"
REASON = "Đơn hàng không hiện ra trong giỏ"


def own(user: User) -> str:
    return issue_tokens(user).access


def start(operator: User | None, person: User, reason: str = REASON, token: str | None = None) -> Any:
    given = {"user": to_global_id("User", person.public_id), "reason": reason}
    return execute(START, given, token=token or (own(operator) if operator else None))


def borrow(operator: User, person: User) -> str:
    return str(start(operator, person).data["impersonationStart"]["token"])


def test_it_is_the_persons_view_for_half_an_hour_and_says_what_it_is() -> None:
    operator, person = make_operator(), make_user(email="an@example.org")
    said = start(operator, person).data["impersonationStart"]
    assert said["errors"] == [] and said["impersonation"]["person"] == {"email": "an@example.org"}
    seen = execute(WHO, token=said["token"]).data or {}
    assert seen["me"] == {"email": "an@example.org", "permissions": []}
    assert seen["impersonation"]["reason"] == REASON
    assert seen["mySessions"] == [{"kind": "IMPERSONATION", "isCurrent": True}]
    lasts = Impersonation.objects.get()
    assert lasts.ends_at - lasts.started_at == timedelta(minutes=30)
    assert (execute(WHO, token=own(person)).data or {"impersonation": 1})["impersonation"] is None


def test_the_person_is_written_to_with_the_reason() -> None:
    person = make_user(language="en")
    start(make_operator(), person)
    deliver_pending(limit=20)
    [letter] = OutgoingLetter.objects.filter(kind="ACCOUNT_LOOKED_AT")
    assert letter.recipient == person.email and REASON in letter.text


@pytest.mark.parametrize(
    ("actor", "person", "reason"),
    [
        (None, make_user, REASON),
        (make_user, make_user, REASON),
        (make_expo_officer, make_user, REASON),
        (make_operator, make_expo_officer, REASON),
        (make_operator, make_operator, REASON),
        (make_operator, make_user, "vì   sao"),
        (make_operator, lambda: make_user(is_active=False), REASON),
    ],
)
def test_who_may_not_or_whom_one_may_not_look_at_changes_nothing(actor: Any, person: Any, reason: str) -> None:
    answer = start(actor() if actor else None, person(), reason)
    assert answer.errors or answer.data["impersonationStart"]["errors"]
    assert not Impersonation.objects.exists()
    assert not Session.objects.filter(kind="impersonation").exists()


def test_what_is_the_persons_own_is_refused_and_written_down() -> None:
    operator, person = make_operator(), make_user()
    token = borrow(operator, person)
    asked = {
        "passwordChange": 'passwordChange(oldPassword: "a", newPassword: "b") { errors { code } }',
        "accountDataExport": "accountDataExport { errors { code } }",
        "totpStart": "totpStart { errors { code } }",
        "sessionsEndOthers": "sessionsEndOthers { errors { code } }",
        "impersonationStart": f'impersonationStart(user: "x", reason: "{REASON}") {{ errors {{ code }} }}',
    }
    assert asked.keys() <= ONLY_IN_PERSON
    for name, field in asked.items():
        answer = execute(f"mutation {{ {field} }}", token=token)
        assert [error["extensions"]["code"] for error in answer.errors or ()] == ["ONLY_IN_PERSON"], (name, answer)
    kept = AuditEntry.objects.filter(acting_for=person).order_by("id")
    assert [(row.actor, row.operation, row.outcome) for row in kept] == [(operator, name, "REFUSED") for name in asked]


def test_other_things_are_done_with_the_persons_rights_and_written_down_with_both_names() -> None:
    operator, person = make_operator(), make_user()
    answer = execute(
        'mutation { accountAddressCreate(input: {firstName: "An"}) { errors { code } } }',
        token=borrow(operator, person),
    )
    assert not answer.errors
    row = AuditEntry.objects.get(operation="accountAddressCreate")
    assert (row.actor, row.acting_for) == (operator, person) and "input.firstName" in row.fields


@pytest.mark.parametrize("how", ["end", "person", "blocked", "rights", "promoted", "time", "forged"])
def test_it_is_over_at_once(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    operator, person = make_operator(), make_user()
    token = borrow(operator, person)
    session = Session.objects.get(kind="impersonation")
    match how:
        case "end":
            assert execute(END, token=token).data == {"impersonationEnd": {"errors": []}}
        case "person":
            mine = to_global_id("Session", session.public_id)
            ending = f'mutation {{ sessionEnd(id: "{mine}") {{ errors {{ code }} }} }}'
            assert execute(ending, token=own(person)).data == {"sessionEnd": {"errors": []}}
        case "blocked":
            User.objects.filter(pk=operator.pk).update(is_active=False)
        case "rights":
            User.objects.filter(pk=operator.pk).update(staff_roles=[])
        case "promoted":
            User.objects.filter(pk=person.pk).update(staff_roles=[StaffRole.EXPO])
        case "time":
            Session.objects.filter(pk=session.pk).update(expires_at=timezone.now())
        case "forged":
            token = make_access_token(person, session=session.public_id, acting=make_expo_officer())
    assert bearer_of(token) is None
    assert execute("{ me { email } }", token=token).data == {"me": None}
