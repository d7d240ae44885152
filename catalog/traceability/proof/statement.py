"""What is signed: the statement of a day's root and the record of a key, each as one line of JSON."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from catalog.traceability.proof.canonical import canonical_json

ROOT_FORMAT = "trace-root/1"
KEY_FORMAT = "trace-key/1"
BUNDLE_FORMAT = "trace-bundle/1"


def root_statement(*, origin: str, day: date, size: int, root: bytes, previous: str, closed_at: datetime) -> str:
    """``previous``: `digest` of the statement of the day before, empty for the first. Times are in UTC."""
    said = {
        "format": ROOT_FORMAT,
        "origin": origin,
        "day": day.isoformat(),
        "size": size,
        "root": root.hex(),
        "previous": previous,
        "closed_at": closed_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return canonical_json(said).decode("ascii")


def key_record(*, key_id: str, public: str, created_at: str, previous: str) -> dict[str, Any]:
    """What the key before, or the first one itself, signs: that from now on this one does."""
    return {"format": KEY_FORMAT, "key": key_id, "public": public, "created_at": created_at, "previous": previous}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def key_id_of(public: bytes) -> str:
    """The first 16 hexadecimal digits of the hash of the public key."""
    return hashlib.sha256(public).hexdigest()[:16]
