"""A shopper takes one consent back by itself: the address goes, the other consents stay."""

from typing import Any

import pytest
from django.utils import timezone

from catalog.traceability.shopper.fakes.report import FakeReport
from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.models import User
from marketplace.accounts.tokens import issue_tokens
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.factories.accounts import make_operator, make_user
from tests.factories.push import make_device
from tests.factories.shoppers import make_warranty

pytestmark = pytest.mark.django_db
MINE = "{ myConsents(first: 10) { edges { node { id purpose state canBeWithdrawn place endedAt } } } }"
WITHDRAW = """mutation ($id: ID!) { consentWithdraw(id: $id) {
  consent { state endedAt canBeWithdrawn } errors { field code message } } }"""


def mine(user: User) -> list[Any]:
    answer = execute(MINE, token=issue_tokens(user).access).data or {}
    return [edge["node"] for edge in answer["myConsents"]["edges"]]


def withdraw(user: User, id: str) -> Any:
    return (execute(WITHDRAW, {"id": id}, token=issue_tokens(user).access).data or {})["consentWithdraw"]


def test_the_registration_goes_with_the_consent_and_no_other() -> None:
    user = make_user(email="anna@example.org")
    first, second = make_warranty(user.email), make_warranty(user.email)
    report_fake(data=FakeData("ABC-1", "Chợ Ví Dụ", contact_email=user.email), photo=None, now=timezone.now())
    about = ConsentRecord.objects.get(about=f"WarrantyRegistration:{first.pk}")
    (chosen,) = (one for one in mine(user) if one["id"] == to_global_id("Consent", about.pk))
    assert chosen["canBeWithdrawn"] and chosen["state"] == "GIVEN"

    assert withdraw(user, chosen["id"])["consent"]["state"] == "WITHDRAWN"
    again = withdraw(user, chosen["id"])

    assert (again["consent"]["state"], again["consent"]["canBeWithdrawn"], again["errors"]) == ("WITHDRAWN", False, [])
    assert WarrantyRegistration.objects.get() == second
    assert FakeReport.objects.get().contact_email == user.email
    assert sorted((one["purpose"], one["state"]) for one in mine(user)) == [
        ("FAKE_REPORT", "GIVEN"), ("WARRANTY", "GIVEN"), ("WARRANTY", "WITHDRAWN"),
    ]  # fmt: skip
    ending = ConsentRecord.objects.latest("pk")
    assert (ending.about, ending.change, ending.place) == (about.about, "WITHDRAWN", "ACCOUNT_DATA")
    assert ConsentRecord.objects.count() == 4


def test_who_reported_a_fake_is_not_asked_any_more() -> None:
    user = make_user(email="anna@example.org")
    report_fake(data=FakeData("ABC-1", "Chợ Ví Dụ", contact_email=user.email), photo=None, now=timezone.now())
    (consent,) = mine(user)
    assert withdraw(user, consent["id"])["errors"] == []
    assert (FakeReport.objects.get().contact_email, FakeReport.objects.get().typed_code) == ("", "ABC-1")


def test_what_has_a_page_of_its_own_is_taken_back_there() -> None:
    user = make_user()
    make_device(user)
    (consent,) = mine(user)
    assert not consent["canBeWithdrawn"]
    (error,) = withdraw(user, consent["id"])["errors"]
    assert (error["field"], error["code"]) == ("id", "INVALID")
    assert ConsentRecord.objects.count() == 1


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_nobody_takes_back_anothers(is_confirmed: bool) -> None:
    user = make_user(email="anna@example.org")
    make_warranty(user.email)
    (consent,) = mine(user)
    User.objects.filter(pk=user.pk).update(is_confirmed=is_confirmed)
    for other in (make_user(), make_operator(), *(() if is_confirmed else (User.objects.get(pk=user.pk),))):
        assert [error["code"] for error in withdraw(other, consent["id"])["errors"]] == ["NOT_FOUND"]
    assert WarrantyRegistration.objects.exists() and ConsentRecord.objects.count() == 1
