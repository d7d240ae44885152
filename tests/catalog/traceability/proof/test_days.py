"""Sealing, closing, the chain of days, keys that are replaced, and what the operator's own check finds."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.proof import close_days as closing
from catalog.traceability.proof.canonical import readable_json
from catalog.traceability.proof.check_days import check_days
from catalog.traceability.proof.close_days import close_days
from catalog.traceability.proof.day import DailyRoot, LeafBlock, ProofLeaf
from catalog.traceability.proof.prove import paths_of
from catalog.traceability.proof.published import published_root, published_roots
from catalog.traceability.proof.seal import seal
from catalog.traceability.proof.signing_key import ProofKey, key_in_use, replace_key
from catalog.traceability.proof.tree import root_by_path
from catalog.traceability.proof.verifier.check_roots import check_roots
from catalog.traceability.proof.verifier.finding import Finding
from tests.factories.traceability import make_lot, make_step

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 9, 7, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def event(lot: Any, recorded: datetime, title: str) -> EpcisEvent:
    """Captured at that moment: afterwards no database would let it be moved."""
    with patch.object(timezone, "now", lambda: recorded):
        found = make_step(lot, title=title, occurred_at=datetime(2026, 9, 1, tzinfo=UTC)).event
    assert found is not None and found.record_time == recorded
    return found


def days() -> list[tuple[date, int]]:
    return list(DailyRoot.objects.order_by("day").values_list("day", "size"))


def test_days_close_in_order_without_gaps_and_what_comes_late_goes_into_the_next() -> None:
    lot = make_lot()
    first, third = event(lot, MONDAY, "một"), event(lot, MONDAY + 2 * DAY, "ba")
    assert close_days(now=datetime(2026, 9, 8, 0, 9, tzinfo=UTC)) == 0
    assert close_days(now=datetime(2026, 9, 8, 0, 11, tzinfo=UTC)) == 1
    late = event(lot, MONDAY + timedelta(hours=11, minutes=59), "muộn")
    assert close_days(now=MONDAY + 3 * DAY) == 2
    assert close_days(now=MONDAY + 3 * DAY) == 0
    assert days() == [(date(2026, 9, 7), 1), (date(2026, 9, 8), 1), (date(2026, 9, 9), 1)]
    sealed = dict(ProofLeaf.objects.values_list("event_id", "day"))
    assert sealed == {first.pk: date(2026, 9, 7), late.pk: date(2026, 9, 8), third.pk: date(2026, 9, 9)}
    assert list(check_days()) == []


def test_the_quick_look_seals_what_is_new_once_and_days_without_events_have_a_root() -> None:
    lot = make_lot()
    event(lot, MONDAY, "một")
    assert (seal(now=MONDAY + DAY), seal(now=MONDAY + DAY)) == (1, 0)
    event(lot, MONDAY + timedelta(minutes=1), "hai")
    assert seal(now=MONDAY) == 0
    assert seal(now=MONDAY + DAY) == 1
    close_days(now=MONDAY + 3 * DAY)
    assert days() == [(date(2026, 9, 7), 2), (date(2026, 9, 8), 0), (date(2026, 9, 9), 0)]


def test_paths_lead_up_through_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "BLOCK", 2)
    monkeypatch.setattr("catalog.traceability.proof.prove.BLOCK", 2)
    lot = make_lot()
    for number in range(5):
        event(lot, MONDAY, f"bước {number}")
    close_days(now=MONDAY + DAY)
    root = bytes.fromhex(DailyRoot.objects.get().root)
    leaves = list(ProofLeaf.objects.order_by("position"))
    paths = paths_of(leaves)
    assert LeafBlock.objects.count() == 3
    for leaf in leaves:
        found = paths[leaf.pk]
        path = [bytes.fromhex(node) for node in found.path]
        assert root_by_path(bytes.fromhex(leaf.leaf), found.position, found.size, path) == root


def test_a_new_key_is_vouched_for_by_the_old_one_and_both_are_believed() -> None:
    event(make_lot(), MONDAY, "một")
    close_days(now=MONDAY + DAY)
    old = key_in_use()
    new = replace_key()
    close_days(now=MONDAY + 2 * DAY)
    old.refresh_from_db()
    assert not old.private
    assert (key_in_use(), new.previous) == (new, old)
    assert ProofKey.objects.filter(is_in_use=True).count() == 1
    findings: list[Finding] = []
    published = published_roots()
    keys = {key["key"]: key["public"] for key in published["keys"]}
    assert len(check_roots(as_file(published["roots"]), keys, findings)) == 2
    assert [finding.holds for finding in findings] == [True, True]
    assert {row["key"] for row in published["roots"]} == {old.key_id, new.key_id}
    assert list(check_days()) == []


def test_a_day_that_is_taken_out_of_the_chain_is_missed() -> None:
    event(make_lot(), MONDAY, "một")
    close_days(now=MONDAY + 3 * DAY)
    published = published_roots()
    keys = {key["key"]: key["public"] for key in published["keys"]}
    findings: list[Finding] = []
    check_roots(as_file([published["roots"][0], published["roots"][2]]), keys, findings)
    assert [finding.holds for finding in findings] == [True, False]
    assert published_root(date(2026, 9, 8)) == published["roots"][1]
    assert published_root(date(2026, 9, 10)) is None


def as_file(roots: list[dict[str, Any]]) -> bytes:
    return readable_json({"roots": roots})


REWRITTEN = {
    "UPDATE catalog_epcisevent SET document = replace(document, 'OBSERVE', 'DELETE')": "says something else",
    "UPDATE catalog_epcisevent SET event_hash = substr(event_hash, 2) || 'x'": "says something else",
    "UPDATE catalog_epcisevent SET record_time = '2026-09-07 11:00:00'": "says something else",
    "UPDATE catalog_proofleaf SET leaf = substr(leaf, 2) || substr(leaf, 1, 1)": "do not add up",
    "UPDATE catalog_leafblock SET root = root || '0'": "blocks",
    "UPDATE catalog_dailyroot SET root = substr(root, 2) || substr(root, 1, 1)": "do not add up",
    "UPDATE catalog_dailyroot SET statement = replace(statement, '2026-09-08', '2026-09-18')": "statement",
    "UPDATE catalog_dailyroot SET signature = substr(signature, 3) || 'ab'": "signature",
    "UPDATE catalog_proofkey SET endorsement = substr(endorsement, 3) || 'ab'": "did not sign",
    "DELETE FROM catalog_proofleaf": "is in no tree",
}


def test_the_operator_finds_whatever_was_rewritten() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only on SQLite, where the refusals are taken away for tests")
    event(make_lot(), MONDAY, "một")
    close_days(now=MONDAY + 2 * DAY)
    call_command("verify_roots", verbosity=0)
    for statement, said in REWRITTEN.items():
        point = transaction.savepoint()
        with connection.cursor() as cursor:
            cursor.execute(statement)
        with pytest.raises(CommandError, match=said):
            call_command("verify_roots")
        transaction.savepoint_rollback(point)
    assert json.loads(DailyRoot.objects.latest("day").statement)["size"] == 0
