"""What a seller does with records: put one together, send it, and enter the answer to one handed in by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from catalog.traceability.lot import Lot
from catalog.traceability.portals.connection import PortalConnection
from catalog.traceability.portals.discovery import portal_of
from catalog.traceability.portals.locks import lock_submission
from catalog.traceability.portals.missing import missing_of
from catalog.traceability.portals.record import record_of
from catalog.traceability.portals.submission import IllegalMove, PortalSubmission, SubmissionState, require_move
from i18n.today import day_here

if TYPE_CHECKING:
    from marketplace.accounts.models import User

MOST_OPEN = 20


class NotConnected(ValueError):
    """The seller has entered no address for the portal."""


class TooManySubmissions(ValueError):
    """The lot has so many records under way that another one cannot be meant."""


class ReceiptMissing(ValueError):
    """Accepted is only what has a receipt, refused only what has a reason."""


def draft_submission(*, lot: Lot, portal: str, by: User | None, now: datetime) -> PortalSubmission:
    """Put the record together as it is today; nothing is sent. Raises `UnknownPortal` and `TooManySubmissions`."""
    code = portal_of(portal).code
    under_way = (SubmissionState.DRAFT, SubmissionState.SENT)
    if PortalSubmission.objects.filter(lot=lot, state__in=under_way).count() >= MOST_OPEN:
        raise TooManySubmissions(str(lot.pk))
    record = record_of(lot, on=day_here(now))
    return PortalSubmission.objects.create(
        lot=lot, portal=code, record=record, missing=missing_of(record), created_by=by
    )


def send_submission(*, submission_id: UUID, now: datetime) -> PortalSubmission:
    """Let it be sent in the background, or say that its file was handed in. Raises `IllegalMove`, `NotConnected`."""
    with transaction.atomic():
        row = lock_submission(submission_id)
        require_move(row.state, SubmissionState.SENT)
        if portal_of(row.portal).by_hand:
            row.state, row.sent_at = SubmissionState.SENT, now
        elif not PortalConnection.objects.filter(seller=row.lot.seller_id, portal=row.portal).exists():
            raise NotConnected(row.portal)
        else:
            row.next_try_at = now
        row.save(update_fields=["state", "sent_at", "next_try_at"])
    return row


def record_answer(
    *, submission_id: UUID, accepted: bool, receipt: str, reasons: Sequence[str], now: datetime
) -> PortalSubmission:
    """What came back for a file that was handed in by hand. Raises `IllegalMove` and `ReceiptMissing`."""
    with transaction.atomic():
        row = lock_submission(submission_id)
        after = SubmissionState.ACCEPTED if accepted else SubmissionState.REFUSED
        require_move(row.state, after)
        if not portal_of(row.portal).by_hand or row.state != SubmissionState.SENT:
            raise IllegalMove(row.state, after)
        if not (receipt.strip() if accepted else any(reason.strip() for reason in reasons)):
            raise ReceiptMissing(after)
        row.state, row.decided_at = after, now
        row.receipt = receipt.strip() if accepted else ""
        row.reasons = [] if accepted else [{"field": "", "message": each.strip()} for each in reasons if each.strip()]
        row.save(update_fields=["state", "decided_at", "receipt", "reasons"])
    return row
