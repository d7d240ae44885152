"""``watch_scans``: tell sellers of codes that are opened as genuine ones are not."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.events import ScanAlertRaised
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.scans.suspicions import Suspicion, suspicions
from marketplace.events.publish import publish


def watch_scans(*, now: datetime) -> int:
    """Raise what is not raised yet; returns how many. Run every few minutes; twice at once tells nobody twice.

    What a seller has acknowledged is raised again only by openings of later days.
    """
    found = list(suspicions(now))
    sellers = dict(TraceCode.objects.filter(code__in={one.code for one in found}).values_list("code", "lot__seller_id"))
    known = {
        (code, rule): acknowledged
        for code, rule, acknowledged in ScanAlert.objects.filter(code__in=sellers)
        .order_by("raised_at")
        .values_list("code_id", "rule", "acknowledged_at")
    }
    return sum(_raise(one, sellers[one.code], now) for one in found if _is_new(one, known))


def _is_new(one: Suspicion, known: dict[tuple[str, str], datetime | None]) -> bool:
    if (one.code, one.rule) not in known:
        return True
    acknowledged = known[one.code, one.rule]
    return acknowledged is not None and acknowledged.date() < one.since


def _raise(one: Suspicion, seller_id: int, now: datetime) -> bool:
    with transaction.atomic():
        TraceCode.objects.select_for_update().get(pk=one.code)
        if ScanAlert.objects.filter(code=one.code, rule=one.rule, acknowledged_at__isnull=True).exists():
            return False
        alert = ScanAlert.objects.create(
            seller_id=seller_id,
            code_id=one.code,
            rule=one.rule,
            scans=one.scans,
            countries=list(one.countries),
            since=one.since,
            raised_at=now,
        )
        publish(ScanAlertRaised(alert_id=alert.pk))
    return True
