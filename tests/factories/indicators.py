"""Published figures for tests, written down as the daily job does."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from marketplace.indicators.snapshot import Observation, ObservationStatus, Snapshot

_number = count(1)
RATE = {"base": "EUR", "quote": "VND", "rate": "28000", "on": "2026-10-30", "source": "test"}


def make_snapshot(indicator: str = "orders-made", **overrides: Any) -> Snapshot:
    """Of a day of its own, with a figure that is told, one that is withheld, and their sum."""
    day = date(2026, 1, 1) + timedelta(days=next(_number) % 300)
    fields = {"first_day": day, "last_day": day, "taken_at": timezone.now(), "details": {"rates": [RATE]}}
    snapshot = Snapshot.objects.create(indicator=indicator, **{**fields, **overrides})
    for key, value in (("NL", Decimal(7)), ("JP", None), ("_T", Decimal(12))):
        status = ObservationStatus.SUPPRESSED if value is None else ObservationStatus.PUBLISHED
        Observation.objects.create(snapshot=snapshot, first_key=key, status=status, value=value)
    return snapshot
