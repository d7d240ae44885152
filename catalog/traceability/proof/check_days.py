"""``check_days``: whether anything was rewritten since it was sealed. For the operator, from the database itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db.models import Max

from catalog.traceability.epcis.hash.event_hash import event_hash
from catalog.traceability.proof.canonical import canonical_json
from catalog.traceability.proof.close_days import leaves_of
from catalog.traceability.proof.day import BLOCK, DailyRoot, LeafBlock, ProofLeaf
from catalog.traceability.proof.ed25519 import is_signed
from catalog.traceability.proof.seal import unsealed
from catalog.traceability.proof.sealed_record import KINDS, leaf_of_record
from catalog.traceability.proof.signing_key import ProofKey
from catalog.traceability.proof.statement import digest, root_statement
from catalog.traceability.proof.tree import root_of


def check_days() -> Iterator[str]:
    """Everything that does not hold, as it is found. Reads every event: minutes for a million."""
    yield from _wrong_keys()
    before: DailyRoot | None = None
    for row in DailyRoot.objects.select_related("key").order_by("day"):
        yield from _wrong_day(row, before)
        before = row
    yield from _wrong_leaves()
    yield from _left_out()


def _wrong_keys() -> Iterator[str]:
    for key in ProofKey.objects.select_related("previous").order_by("created_at", "pk"):
        public = (key.previous or key).public
        if not _signed(canonical_json(key.record), key.endorsement, public):
            yield f"key {key.key_id}: the key before did not sign it"


def _wrong_day(row: DailyRoot, before: DailyRoot | None) -> Iterator[str]:
    leaves = [bytes.fromhex(leaf) for leaf in leaves_of(row.day)]
    blocks = [root_of(leaves[at : at + BLOCK]) for at in range(0, len(leaves), BLOCK)]
    if root_of(blocks).hex() != row.root or len(leaves) != row.size:
        yield f"{row.day}: its leaves do not add up to its root"
    if [each.hex() for each in blocks] != list(
        LeafBlock.objects.filter(day=row.day).order_by("number").values_list("root", flat=True)
    ):
        yield f"{row.day}: its blocks are not those of its leaves"
    said = root_statement(
        origin=_origin(row),
        day=row.day,
        size=row.size,
        root=bytes.fromhex(row.root),
        previous=digest(before.statement) if before is not None else "",
        closed_at=row.closed_at.astimezone(UTC),
    )
    if said != row.statement or (before is not None and row.day - before.day != timedelta(days=1)):
        yield f"{row.day}: its statement is another than its root and the day before make"
    if not _signed(row.statement.encode(), row.signature, row.key.public):
        yield f"{row.day}: its signature is not of its statement"


def _wrong_leaves() -> Iterator[str]:
    """An event that says something else than when it was sealed."""
    opened: dict[int, bytes] = {}
    leaves = ProofLeaf.objects.select_related("event", "evidence", "secret").order_by("pk")
    for leaf in leaves.iterator(chunk_size=1000):
        if leaf.secret_id not in opened:
            opened[leaf.secret_id] = leaf.secret.open()
        record = leaf.event or leaf.evidence
        name = f"event {leaf.event_id}" if leaf.event is not None else f"file {leaf.evidence_id}"
        if record is None or leaf_of_record(record, opened[leaf.secret_id]).hex() != leaf.leaf:
            yield f"{leaf.day}: {name} says something else than when it was sealed"
        elif leaf.event is not None and event_hash(leaf.event.document) != leaf.event.event_hash:
            yield f"{leaf.day}: {name} does not have the hash it is kept under"


def _left_out() -> Iterator[str]:
    """An event of a closed day that no tree has: an hour is given to what came late."""
    last = DailyRoot.objects.aggregate(last=Max("day"))["last"]
    if last is not None:
        end = datetime.combine(last, time(), UTC) + timedelta(hours=23)
        for kind in KINDS:
            left = unsealed(kind, before=end).values_list("pk", flat=True)
            yield from (f"{kind.leaf} {pk} is in no tree" for pk in left)


def _signed(message: bytes, signature: str, public: str) -> bool:
    try:
        return is_signed(message, signature=bytes.fromhex(signature), public=bytes.fromhex(public))
    except ValueError:
        return False


def _origin(row: DailyRoot) -> str:
    """As it was when the day was closed: the marketplace may have moved since."""
    said: Any = json.loads(row.statement)
    return str(said.get("origin", "")) if isinstance(said, dict) else ""
