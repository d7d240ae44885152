"""``acknowledge_alert``: the seller has looked into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.words import checked_text

if TYPE_CHECKING:
    from marketplace.accounts.models import User

LONGEST_NOTE = 500


def acknowledge_alert(*, alert: ScanAlert, note: str, by: User | None) -> ScanAlert:
    """Once: a second time keeps the first one's day and name. Raises `Refused` for a note that is too long."""
    said = checked_text("note", note, LONGEST_NOTE)
    waiting = ScanAlert.objects.filter(pk=alert.pk, acknowledged_at__isnull=True)
    waiting.update(acknowledged_at=timezone.now(), acknowledged_by=by, note=said)
    alert.refresh_from_db()
    return alert
