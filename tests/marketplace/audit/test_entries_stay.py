"""Entries are written once, stay for their time, and are found by those who may read them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from marketplace.accounts.models import User
from marketplace.accounts.tokens import issue_tokens
from marketplace.append_only.rows import AppendOnly
from marketplace.audit.entry import REFUSAL, AuditEntry, AuditObject, AuditOutcome
from marketplace.audit.forget import forget_entries
from marketplace.audit.record import Asked, record
from marketplace.audit.retention import keep_until, period_on, periods
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.factories.accounts import make_expo_officer, make_operator, make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
FIND = """query ($filter: AuditEntryFilterInput, $first: Int, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { operation outcome actor { id } objects { kind objectId } } } pageInfo { endCursor }
  }
  auditRetention { days legalBasis }
}"""


@pytest.fixture
def refusing_database() -> None:
    """With the triggers that migrations put in place; the suite takes them away on SQLite."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for statement in (*REFUSAL.drop("sqlite"), *REFUSAL.create("sqlite")):
            cursor.execute(statement)


def write(operation: str, actor: User | None = None, *, at: datetime = NOW, about: Any = ()) -> AuditEntry:
    asked = Asked(operation=operation, request_id="r", actor=actor, objects=list(about), fields=["id"])
    return record(asked, AuditOutcome.DONE, now=at)


def test_nobody_changes_or_removes_an_entry_before_its_time(refusing_database: None) -> None:
    entry = write("orderMarkAsPaid", about=[("Order", "1")])
    for change in (entry.delete, entry.save, AuditEntry.objects.all().delete, AuditObject.objects.all().delete):
        with pytest.raises(AppendOnly):
            change()
    for statement in (
        "UPDATE audit_auditentry SET operation = 'x'",
        "DELETE FROM audit_auditobject",
        "UPDATE audit_auditobject SET kind = 'x'",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert AuditEntry.objects.get().operation == "orderMarkAsPaid" and AuditObject.objects.count() == 1


def test_what_is_over_goes_and_nothing_else(refusing_database: None) -> None:
    old = write("sellerApprove", at=NOW - timedelta(days=period_on(NOW.date()).days + 3), about=[("Seller", "1")])
    kept = write("sellerApprove", about=[("Seller", "2")])
    assert old.keep_until < kept.keep_until == keep_until(NOW)
    assert forget_entries(now=NOW) == 1
    assert [row.key for row in AuditObject.objects.all()] == ["2"] and AuditEntry.objects.get() == kept


def test_the_time_is_dated_data_and_counted_from_our_own_day() -> None:
    assert all(period.legal_basis and period.days > 0 for period in periods())
    assert keep_until(NOW) == date(2026, 11, 23) + timedelta(days=period_on(date(2026, 11, 23)).days)


def test_entries_are_found_by_person_object_operation_and_day_and_paged() -> None:
    operator, other = make_operator(), make_operator()
    token = issue_tokens(operator).access
    write("sellerApprove", operator, about=[("Seller", "7")], at=NOW - timedelta(days=2))
    write("sellerSuspend", other, about=[("Seller", "7"), ("Seller", "8")])
    write("orderMarkAsPaid", other)

    def page(**given: Any) -> Any:
        return (execute(FIND, given, token=token).data or {})["auditEntries"]

    def found(**chosen: Any) -> list[str]:
        return [edge["node"]["operation"] for edge in page(filter=chosen, first=10)["edges"]]

    assert found(object=to_global_id("Seller", 7)) == ["sellerSuspend", "sellerApprove"]
    assert found(actor=to_global_id("User", operator.public_id)) == ["sellerApprove"]
    assert found(operation="seller", outcome="DONE") == ["sellerSuspend", "sellerApprove"]
    assert found(firstDay="2026-11-23") == ["orderMarkAsPaid", "sellerSuspend"], "it is the next day in Viet Nam"
    assert found(lastDay="2026-11-22") == ["sellerApprove"]
    first = page(filter={}, first=2)
    rest = page(first=2, after=first["pageInfo"]["endCursor"])
    assert (first["totalCount"], [edge["node"]["operation"] for edge in rest["edges"]]) == (3, ["sellerApprove"])
    assert first["edges"][1]["node"]["objects"][1] == {"kind": "Seller", "objectId": to_global_id("Seller", 8)}


def test_only_who_may_read_it_does() -> None:
    for reader in (None, make_user(), make_expo_officer()):
        answer = execute(FIND, {}, token=issue_tokens(reader).access if reader else None)
        assert answer.errors and "sellerApprove" not in str(answer.data)
