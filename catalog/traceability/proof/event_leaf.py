"""The leaf of an event, and the salts of its parts."""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.proof.commitments import commitment, leaf_of, salt_of
from catalog.traceability.proof.parts import HASH, RECORD_TIME, Path, parts_of


def all_parts(event: EpcisEvent) -> dict[Path, Any]:
    """The parts of its document, its hash, and when it was recorded here: UTC with microseconds."""
    moment = f"{event.record_time:%Y-%m-%dT%H:%M:%S.%fZ}"
    return {**parts_of(event.document), HASH: event.event_hash, RECORD_TIME: moment}


def salts(event: EpcisEvent, secret: bytes) -> dict[Path, bytes]:
    """One for each part."""
    subject = f"{event.event_hash}{' corrected' if event.is_error_declaration else ''}"
    return {path: salt_of(secret, subject, path) for path in all_parts(event)}


def leaf_of_event(event: EpcisEvent, secret: bytes) -> bytes:
    salted = salts(event, secret)
    return leaf_of(commitment(salted[path], path, value) for path, value in all_parts(event).items())
