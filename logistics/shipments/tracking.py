"""When two reports are the same event."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime


def fingerprint_of(*, status: str, occurred_at: datetime, raw_code: str = "", place: str = "", note: str = "") -> str:
    """The same for a report that comes twice, whatever time zone it was written in.

    A carrier tells the same event in other words by a push and by an answer: its code and the moment decide.
    """
    moment = occurred_at.astimezone(UTC).isoformat()
    words = ("", "") if raw_code else (place.strip(), note.strip())
    parts = (status, raw_code, moment, *words)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
