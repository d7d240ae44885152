"""Hand waiting records to their portals, and ask what became of those they have. Run periodically.

1. Take what is due for a while: nobody else takes the same.
2. Call the portal outside any transaction, with the submission's id as key: whoever dies in between sends it again, and
   the portal has it once.
3. Write down what was said. What was not answered is tried again later and later; what cannot work before somebody
   changes something is tried once a day, and its seller sees why.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from catalog.traceability.portals.connection import connection_of
from catalog.traceability.portals.discovery import portal_of
from catalog.traceability.portals.locks import lock_submission
from catalog.traceability.portals.portal import PortalAnswer, PortalTrouble, Said
from catalog.traceability.portals.submission import PortalSubmission, SubmissionState, require_move

LEASE = timedelta(minutes=5)
_ASK = (timedelta(minutes=2), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6))
_LATER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
_DAILY = timedelta(days=1)
_STATES = {
    Said.RECEIVED: SubmissionState.SENT,
    Said.ACCEPTED: SubmissionState.ACCEPTED,
    Said.REFUSED: SubmissionState.REFUSED,
}


def send_waiting_records(*, now: datetime, limit: int = 20) -> int:
    """For how many records a portal was called. Outside any transaction."""
    taken = _claim(now, limit)
    for row in taken:
        try:
            answer = _call(row)
        except PortalTrouble as trouble:
            _try_later(row.pk, trouble, now)
        else:
            _write_down(row.pk, answer, now)
    return len(taken)


def _claim(now: datetime, limit: int) -> list[PortalSubmission]:
    with transaction.atomic():
        due = PortalSubmission.objects.filter(next_try_at__lte=now).order_by("next_try_at", "pk")
        keys = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:limit])
        PortalSubmission.objects.filter(pk__in=keys).update(next_try_at=now + LEASE)
    return list(PortalSubmission.objects.select_related("lot").filter(pk__in=keys).order_by("pk"))


def _call(row: PortalSubmission) -> PortalAnswer:
    portal, connection = portal_of(row.portal), connection_of(row.lot.seller_id, row.portal)
    if row.state == SubmissionState.SENT:
        return portal.ask(connection=connection, reference=row.reference)
    return portal.send(connection=connection, key=str(row.pk), record=row.record)


def _write_down(submission_id: UUID, answer: PortalAnswer, now: datetime) -> None:
    """The answer of a portal that was asked twice at once is written down once."""
    with transaction.atomic():
        row = lock_submission(submission_id)
        if row.next_try_at is None:
            return
        row.trouble = ""
        row.reference = answer.reference or row.reference
        waited, after = row.state == SubmissionState.SENT, _STATES[answer.said]
        if after != row.state:
            require_move(row.state, after)
        row.state, row.sent_at = after, row.sent_at or now
        if answer.said == Said.RECEIVED:
            row.tries = row.tries + 1 if waited else 0
            row.next_try_at = now + _ASK[min(row.tries, len(_ASK) - 1)]
        else:
            row.next_try_at, row.decided_at, row.receipt = None, now, answer.receipt
            row.reasons = [asdict(reason) for reason in answer.reasons]
        row.save()


def _try_later(submission_id: UUID, trouble: PortalTrouble, now: datetime) -> None:
    with transaction.atomic():
        row = lock_submission(submission_id)
        if row.next_try_at is None:
            return
        wait = _DAILY if trouble.permanent else _LATER[min(row.tries, len(_LATER) - 1)]
        if trouble.retry_after is not None:
            wait = max(wait, timedelta(seconds=trouble.retry_after))
        row.tries += 1
        row.trouble, row.next_try_at = trouble.fact[:200], now + wait
        row.save(update_fields=["tries", "trouble", "next_try_at"])
