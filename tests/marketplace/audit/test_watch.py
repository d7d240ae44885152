"""What is written down of mutations: of whom, when, and nothing of what they said."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from marketplace.accounts.tokens import issue_tokens
from marketplace.audit import watch
from marketplace.audit.entry import AuditEntry, AuditObject
from marketplace.audit.in_person import ONLY_IN_PERSON
from marketplace.channels.models import Channel
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.api.questions import root_fields
from tests.factories.accounts import PASSWORD, make_expo_officer, make_operator, make_user
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db
SWITCH = """mutation ($id: ID!, $features: [ChannelFeatureInput!]!) {
  channelFeatureUpdate(id: $id, features: $features) { channel { id } errors { field code } }
}"""
CATEGORY = """mutation ($name: String!, $key: String) {
  categoryCreate(input: {name: $name}, idempotencyKey: $key) { category { id } errors { code } }
}"""


def run(user: Any, document: str, **variables: Any) -> Any:
    return execute(document, variables, token=issue_tokens(user).access if user else None)


def entries() -> list[tuple[Any, ...]]:
    return list(AuditEntry.objects.order_by("id").values_list("actor", "operation", "outcome", "codes", "fields"))


def test_what_staff_did_names_fields_and_objects_and_nothing_they_said() -> None:
    channel, operator = make_channel("eu"), make_operator()
    asked = {"id": to_global_id("Channel", channel.pk), "features": [{"code": "SAMPLES", "enabled": False}]}
    run(operator, SWITCH, **asked)
    fields = ["features", "features.code", "features.enabled", "id"]
    assert entries() == [(operator.pk, "channelFeatureUpdate", "DONE", [], fields)]
    assert list(AuditObject.objects.values_list("kind", "key")) == [("Channel", str(channel.pk))]
    stored = str(list(AuditEntry.objects.values()))
    assert "SAMPLES" not in stored


def test_what_was_made_is_named_once_however_often_it_is_asked_for() -> None:
    operator = make_operator()
    for _time in range(2):
        run(operator, CATEGORY, name="Ghế", key="k-1")
    [entry] = AuditEntry.objects.all()
    assert (entry.outcome, [row.kind for row in AuditObject.objects.filter(entry=entry)]) == ("DONE", ["Category"])


@pytest.mark.parametrize(("variables", "codes"), [({"name": "x" * 5000}, ["TOO_LONG"]), ({"name": ""}, ["REQUIRED"])])
def test_a_refused_input_is_written_down_although_all_else_is_rolled_back(
    variables: dict[str, Any], codes: list[str]
) -> None:
    run(make_operator(), CATEGORY, **variables, key="k-2")
    [(_actor, operation, outcome, said, _fields)] = entries()
    assert (operation, outcome) == ("categoryCreate", "REFUSED") and said, codes


def test_what_staff_may_not_do_is_written_down_and_buyers_are_not_watched() -> None:
    officer = make_expo_officer()
    asked = {"id": to_global_id("Channel", make_channel("eu").pk), "features": []}
    run(officer, SWITCH, **asked)
    run(make_user(), SWITCH, **asked)
    run(None, SWITCH, **asked)
    assert [entry[:4] for entry in entries()] == [
        (officer.pk, "channelFeatureUpdate", "REFUSED", ["PERMISSION_DENIED"])
    ]


def test_every_sign_in_is_written_down_and_so_is_one_that_fails() -> None:
    sign_in = "mutation ($e: String!, $p: String!) { tokenCreate(email: $e, password: $p) { token errors { code } } }"
    user = make_user()
    run(None, sign_in, e=user.email, p=PASSWORD)
    run(None, sign_in, e=user.email, p="nope")
    run(None, sign_in, e="nobody@example.org", p="nope")
    said = [entry[:4] for entry in entries()]
    wrong = (None, "tokenCreate", "REFUSED", ["INVALID_CREDENTIALS"])
    assert said == [(user.pk, "tokenCreate", "DONE", []), wrong, wrong]
    assert user.email not in str(list(AuditEntry.objects.values()))


def test_nothing_is_changed_where_it_cannot_be_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    channel = make_channel("eu")

    def broken(*_args: Any, **_options: Any) -> None:
        raise DatabaseError("no room left")

    monkeypatch.setattr(watch, "record", broken)
    asked = {"id": to_global_id("Channel", channel.pk), "features": [{"code": "SAMPLES", "enabled": False}]}
    with pytest.raises(DatabaseError), transaction.atomic():
        run(make_operator(), SWITCH, **asked)
    assert Channel.objects.get(pk=channel.pk).switches == {}


def test_work_of_several_transactions_is_written_down_before_it_begins() -> None:
    done = "mutation { payoutPlanRun { errors { code } } }"
    payload: Any = root_fields("Mutation")["payoutPlanRun"].type
    outcomes = ["DONE"] if payload.graphene_type._meta.atomic else ["STARTED", "DONE"]
    run(make_operator(), done)
    assert [entry[2] for entry in entries()] == outcomes


def test_what_only_the_person_may_do_is_there_and_nothing_like_it_was_forgotten() -> None:
    names = set(root_fields("Mutation"))
    assert names >= ONLY_IN_PERSON
    words = ("password", "totp", "token", "bankaccount", "payoutaccount", "erase", "dataexport", "session", "pay")
    alike = {name for name in names if any(word in name.lower() for word in words)} - ONLY_IN_PERSON
    assert alike == NOT_OF_A_PERSON


NOT_OF_A_PERSON = {
    "fairPaymentRecord", "fairPaymentWithdraw", "paymentGatewayInitialize", "payoutCancel", "payoutConfirm",
    "payoutFileCreate", "payoutHold", "payoutMarkSent", "payoutPlanRun", "payoutReject", "payoutRelease",
    "payoutReportTake", "payoutScheduleSet", "taxReturnPay", "tokenRefresh", "tokenRevoke", "tokenVerify",
}  # fmt: skip
"""Named alike, and done by staff or by programs, or undoing nothing of the person's."""
