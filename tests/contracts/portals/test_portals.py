"""What every portal promises, and what the marketplace makes of the answers: over real HTTP."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from catalog.traceability import portals as folder
from catalog.traceability.portals.connection import PortalConnection, connection_of, remove_connection, set_connection
from catalog.traceability.portals.discovery import UnknownPortal, portal_of, portals
from catalog.traceability.portals.portal import Connection, PortalTrouble, Reason, Said
from catalog.traceability.portals.record import record_of
from catalog.traceability.portals.rest.client import LIMITS
from catalog.traceability.portals.send_waiting import send_waiting_records
from catalog.traceability.portals.submission import PortalSubmission
from catalog.traceability.portals.submit import draft_submission, send_submission
from marketplace.webhooks.address import AddressRefused, BadTarget
from tests.factories.accounts import make_user
from tests.factories.reputation import make_certificate
from tests.factories.traceability import make_code, make_lot, make_step
from tests.peers.portal import TOKEN, PortalPeer

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SAMPLE = Path(folder.__path__[0]) / "rest" / "samples" / "record.json"
MAPPING = {"tenHang": "product.name", "lo.so": "lot.number", "congDoan[].ten": "stages[].name", "khong": "no.such"}


def sample() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def peer(settings: Any) -> Iterator[PortalPeer]:
    settings.WEBHOOKS_MAY_LOOP_BACK = True
    with PortalPeer() as running:
        yield running


@pytest.fixture
def row(peer: PortalPeer) -> PortalSubmission:
    """Of a seller that is connected."""
    lot = make_lot()
    make_code(lot)
    make_step(lot)
    connect(lot.seller, peer.url)
    return draft_submission(lot=lot, portal="rest", by=make_user(), now=NOW)


def connect(seller: Any, url: str, token: str | None = TOKEN, **mapping: str) -> PortalConnection:
    return set_connection(seller=seller, portal="rest", url=url, token=token, mapping=mapping, by=make_user())


def run(row: PortalSubmission, after: timedelta = timedelta(0)) -> PortalSubmission:
    send_waiting_records(now=NOW + after)
    row.refresh_from_db()
    return row


def sent(row: PortalSubmission) -> PortalSubmission:
    send_submission(submission_id=row.pk, now=NOW)
    return run(row)


@pytest.mark.parametrize("code", sorted(portals()))
def test_a_portal_says_what_it_is_and_never_accepts_by_itself(code: str, peer: PortalPeer) -> None:
    portal, connection = portal_of(code), Connection(peer.url, TOKEN)
    assert portal.code == code
    assert portal.name
    for _twice in range(2):
        answer = portal.send(connection=connection, key="K-1", record=sample())
        assert (answer.said, answer.receipt) == (Said.RECEIVED, "")
    assert len(peer.records) <= 1, "twice with one key is once"
    assert all(kept["body"] == sample() for kept in peer.records.values()), "the request is the sample"
    assert bool(portal.files(sample())) == portal.by_hand
    if portal.by_hand:
        with pytest.raises(PortalTrouble):
            portal.ask(connection=connection, reference="1")
    assert TOKEN not in repr(connection)


def test_the_sample_is_what_a_lot_becomes(row: PortalSubmission) -> None:
    make_certificate(row.lot.variant.product)
    made = record_of(row.lot, on=NOW.date())
    assert shape(made) == shape(sample())
    assert (made["lot"]["number"], len(made["stages"])) == (row.lot.number, 1)
    assert {**row.record, "certificates": made["certificates"]} == json.loads(json.dumps(made))


def shape(value: Any) -> Any:
    """Names all the way down; of values alone whether they are there does not matter."""
    if isinstance(value, dict):
        return {name: shape(each) for name, each in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value and isinstance(value[0], dict) else None


def test_there_is_no_other_portal() -> None:
    with pytest.raises(UnknownPortal):
        portal_of("national")


def test_files_to_hand_in() -> None:
    record = sample()
    record["stages"][0]["title"] = "=HYPERLINK(1)"
    files = {file.name: file.content for file in portal_of("file_export").files(record)}
    assert json.loads(files["record.json"]) == record
    facts = dict(csv.reader(io.StringIO(files["record.csv"].decode("utf-8-sig"))))
    assert facts["lot.number"] == record["lot"]["number"]
    (stage,) = csv.DictReader(io.StringIO(files["stages.csv"].decode("utf-8-sig")))
    assert stage["title"] == "'=HYPERLINK(1)", "no spreadsheet computes what a seller wrote"


def test_accepted_later(row: PortalSubmission, peer: PortalPeer) -> None:
    waiting = sent(row)
    assert (waiting.state, waiting.reference, waiting.receipt) == ("SENT", "P1", "")
    assert run(row, timedelta(minutes=1)).state == "SENT", "nobody asks before its time"
    assert run(row, timedelta(minutes=3)).state == "SENT", "and nothing is claimed while it says RECEIVED"
    peer.accept("P1")
    done = run(row, timedelta(hours=1))
    assert (done.state, done.receipt, done.next_try_at) == ("ACCEPTED", "BN-P1", None)
    assert peer.posted == 1
    assert send_waiting_records(now=NOW + timedelta(days=9)) == 0


def test_refused_at_once_and_later(row: PortalSubmission, peer: PortalPeer) -> None:
    peer.refuses = [{"field": "maker.address", "message": "Thiếu địa chỉ"}]
    refused = sent(row)
    assert (refused.state, refused.reasons, refused.receipt) == ("REFUSED", peer.refuses, "")
    peer.refuses = []
    better = sent(draft_submission(lot=row.lot, portal="rest", by=make_user(), now=NOW))
    peer.refuse("P1", field="", message="Trùng mã")
    later = run(better, timedelta(minutes=3))
    assert (later.state, later.reasons) == ("REFUSED", [{"field": "", "message": "Trùng mã"}])


def test_accepted_at_once_and_under_the_portals_own_names(row: PortalSubmission, peer: PortalPeer) -> None:
    connect(row.lot.seller, peer.url, None, **MAPPING)
    peer.at_once = True
    assert sent(row).receipt == "BN-P1"
    assert peer.records["P1"]["body"] == {
        "tenHang": row.record["product"]["name"],
        "lo": {"so": row.lot.number},
        "congDoan": [{"ten": row.record["stages"][0]["name"]}],
        "khong": None,
    }


FAULTS: list[tuple[dict[str, Any], str, timedelta]] = [
    ({"status": 503}, "status 503", timedelta(minutes=1)),
    ({"status": 429, "retry_after": "900"}, "asked too often", timedelta(minutes=15)),
    ({"status": 302}, "status 302", timedelta(minutes=1)),
    ({"status": 418}, "status 418", timedelta(days=1)),
    ({"raw": b"<html>proxy</html>"}, "no JSON", timedelta(minutes=1)),
    ({"raw": b"[1]"}, "no object", timedelta(minutes=1)),
    ({"raw": b"{}"}, "does not say", timedelta(minutes=1)),
    ({"raw": b'{"id": "1", "status": "ACCEPTED"}'}, "without a receipt", timedelta(minutes=1)),
    ({"raw": b"x" * 300_000}, "too long", timedelta(minutes=1)),
    ({"slow": 0.3}, "no answer", timedelta(minutes=1)),
    ({"loses_the_answer": True}, "no answer", timedelta(minutes=1)),
]


def test_trouble_is_no_answer_and_it_is_tried_again(
    row: PortalSubmission, peer: PortalPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fault, fact, wait in FAULTS:
        with transaction.atomic():
            peer.records.clear()
            monkeypatch.setattr(LIMITS, "read", 0.1)
            for name, value in fault.items():
                setattr(peer, name, value)
            troubled = sent(row)
            assert (troubled.state, troubled.tries, fact in troubled.trouble) == ("DRAFT", 1, True), fault
            assert troubled.next_try_at == NOW + wait, fault
            monkeypatch.setattr(LIMITS, "read", 5.0)
            for name in fault:
                setattr(peer, name, PortalPeer.__dataclass_fields__[name].default)
            done = run(row, wait)
            assert (done.state, done.trouble) in (("SENT", ""), ("ACCEPTED", "")), fault
            assert len(peer.records) == 1, "an answer that was lost sends nothing twice"
            transaction.set_rollback(True)
        row.refresh_from_db()


def test_a_bad_key_waits_for_another_one_and_no_address_for_one(row: PortalSubmission, peer: PortalPeer) -> None:
    connect(row.lot.seller, peer.url, "wrong")
    troubled = sent(row)
    assert (troubled.state, troubled.next_try_at) == ("DRAFT", NOW + timedelta(days=1))
    assert "key" in troubled.trouble
    remove_connection(seller=row.lot.seller, portal="rest")
    assert "no address" in run(row, timedelta(days=1)).trouble
    connect(row.lot.seller, peer.url)
    row.refresh_from_db()
    assert row.next_try_at is not None
    assert run(row, row.next_try_at - NOW).state == "SENT", "the new one is tried at once"


def test_a_key_is_given_to_no_other_address(row: PortalSubmission, peer: PortalPeer) -> None:
    seller = row.lot.seller
    assert connection_of(seller.pk, "rest").token == TOKEN
    connect(seller, peer.url, None)
    assert connection_of(seller.pk, "rest").token == TOKEN
    connect(seller, "https://elsewhere.example/api", None)
    assert connection_of(seller.pk, "rest").token == ""


def test_only_the_public_internet_is_called(row: PortalSubmission, settings: Any) -> None:
    settings.WEBHOOKS_MAY_LOOP_BACK = False
    for url in ("http://portal.example", "https://127.0.0.1/x", "https://10.0.0.7", "https://localhost", "ftp://x.example",
                "https://user:pass@portal.example", "https://[::1]/", "https://169.254.169.254/"):  # fmt: skip
        with pytest.raises((BadTarget, AddressRefused)):
            connect(row.lot.seller, url)
    assert "cannot be called" in sent(row).trouble, "what was entered before is not called either"
    assert Reason("a", "b").field == "a"
