"""What has a leaf in the tree of a day: a captured event, or a photo or paper that was given for a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.proof.commitments import commitment, leaf_of, salt_of
from catalog.traceability.proof.parts import FILE, HASH, ORIGINAL_FILE, RECORD_TIME, TAKEN_AT, WHERE, Path, parts_of

Record = EpcisEvent | StepEvidence


@dataclass(frozen=True, slots=True)
class Kind:
    model: type[Model]
    moment: str
    """The column that says when it was recorded here, by our clock."""
    leaf: str
    """The column of `ProofLeaf` that names it."""


KINDS = (Kind(EpcisEvent, "record_time", "event"), Kind(StepEvidence, "created_at", "evidence"))


def recorded_at(record: Record) -> datetime:
    return record.record_time if isinstance(record, EpcisEvent) else record.created_at


def all_parts(record: Record) -> dict[Path, Any]:
    """The parts of an event's document and its hash, or what is known of a file; and when it was recorded here."""
    moment = {RECORD_TIME: written(recorded_at(record))}
    if isinstance(record, EpcisEvent):
        return {**parts_of(record.document), HASH: record.event_hash, **moment}
    where = None if record.latitude is None else [f"{record.latitude:.6f}", f"{record.longitude:.6f}"]
    taken = None if record.taken_at is None else written(record.taken_at)
    return {FILE: record.sha256, ORIGINAL_FILE: record.original_sha256, TAKEN_AT: taken, WHERE: where, **moment}


def salts(parts: Mapping[Path, Any], record: Record, secret: bytes) -> dict[Path, bytes]:
    """One for each part; no two records share any."""
    if isinstance(record, EpcisEvent):
        subject = f"event {record.seller_id} {record.event_hash} {record.is_error_declaration}"
    else:
        subject = f"file {record.pk}"
    return {path: salt_of(secret, subject, path) for path in parts}


def leaf_of_record(record: Record, secret: bytes) -> bytes:
    parts = all_parts(record)
    salted = salts(parts, record, secret)
    return leaf_of(commitment(salted[path], path, value) for path, value in parts.items())


def written(moment: datetime) -> str:
    """UTC with microseconds."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
