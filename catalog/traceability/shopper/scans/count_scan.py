"""``count_scan``: the page of a code was opened."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.scans.scan_count import ScanCount
from marketplace.accounts.addresses.validate import is_country

MOST_COUNTED = 1_000_000
"""A day's openings of one code that are told apart; whoever makes more is no shopper."""


def count_scan(*, code: TraceCode, country: str, now: datetime) -> None:
    """One more for the code, the day and the country; what is no country counts as unknown.

    One statement where the row is there. Two who make it at once both count: the second finds the first one's row.
    """
    key = {"code": code, "day": now.date(), "country": country if is_country(country) else ""}
    with transaction.atomic():
        if not _add_to(key):
            ScanCount.objects.bulk_create([ScanCount(**key, count=0)], ignore_conflicts=True)
            _add_to(key)


def _add_to(key: dict[str, object]) -> int:
    known = ScanCount.objects.filter(**key)
    return known.filter(count__lt=MOST_COUNTED).update(count=F("count") + 1) or int(known.exists())
