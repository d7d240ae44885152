"""What is published of roots and keys, for anybody to keep a copy of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from catalog.traceability.proof.day import DailyRoot
from catalog.traceability.proof.signing_key import ProofKey, key_in_use

AT_ONCE = 400
"""More than a year of days."""


def published_roots(*, before: date | None = None) -> dict[str, Any]:
    """All keys and the latest roots, oldest first; ``before`` goes back further, and ``older`` says what to ask for."""
    days = DailyRoot.objects.select_related("key").order_by("-day")
    rows = list((days.filter(day__lt=before) if before is not None else days)[: AT_ONCE + 1])
    older = rows[AT_ONCE - 1].day.isoformat() if len(rows) > AT_ONCE else None
    return {"keys": published_keys(), "roots": as_published(rows[:AT_ONCE][::-1]), "older": older}


def published_root(day: date) -> dict[str, Any] | None:
    """One day's; nothing for a day that is not closed."""
    found = DailyRoot.objects.select_related("key").filter(day=day).first()
    return as_published([found])[0] if found is not None else None


def as_published(rows: Iterable[DailyRoot]) -> list[dict[str, Any]]:
    return [{"statement": row.statement, "signature": row.signature, "key": row.key.key_id} for row in rows]


def published_keys() -> list[dict[str, Any]]:
    """Oldest first; there is always one."""
    key_in_use()
    return [
        {**key.record, "endorsement": key.endorsement}
        for key in ProofKey.objects.select_related("previous").order_by("created_at", "pk")
    ]
