"""When two reports are the same event."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime


def fingerprint_of(*, status: str, occurred_at: datetime, raw_code: str = "", place: str = "", note: str = "") -> str:
    """The same for a report that comes twice, whatever time zone it was written in."""
    moment = occurred_at.astimezone(UTC).isoformat()
    parts = (status, raw_code, moment, place.strip(), note.strip())
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
