"""Understand the messages that came in: look up what each is about, and apply what the provider says of it now.

1. Take the oldest that are due and put their next attempt off, so that another worker takes others.
2. Ask the provider, outside any transaction.
3. Apply the facts; each is applied once, by ``receive_events``.
4. A provider that cannot be reached is asked again later: 10 s, 20 s … up to an hour, for three days in all.
"""

from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from marketplace.due import is_due
from orders.payments.gateway import GatewayUnavailable
from orders.payments.notices.notice import Listening, Notice
from orders.payments.notices.receive import listening_gateways
from orders.payments.notices.received_notice import ReceivedNotice
from orders.payments.receive_events import receive_events

log = structlog.get_logger(__name__)
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=1)
MOST_ATTEMPTS = 80
"""With these pauses, about three days."""


def handle_notices(*, limit: int = 50, now: datetime | None = None) -> int:
    """How many were dealt with, for good or until later. Run periodically."""
    gateways = {gateway.code: gateway for gateway in listening_gateways()}
    if not gateways:
        return 0
    taken = _take(list(gateways), limit, now or timezone.now())
    for row in taken:
        _handle(gateways[row.gateway], row)
    return len(taken)


def pause_after(attempts: int) -> timedelta:
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts - 1, 12))


def _take(codes: list[str], limit: int, now: datetime) -> list[ReceivedNotice]:
    open_ = ReceivedNotice.objects.filter(
        is_due("due_at", now, longest=LONGEST_PAUSE),
        gateway__in=codes,
        handled_at__isnull=True,
        given_up_at__isnull=True,
    )
    if not open_.exists():
        return []
    with transaction.atomic():
        rows = list(open_.select_for_update(skip_locked=True, of=("self",)).order_by("id")[:limit])
        for row in rows:
            row.attempts += 1
            row.due_at = now + pause_after(row.attempts)
        ReceivedNotice.objects.bulk_update(rows, ["attempts", "due_at"])
    return rows


def _handle(gateway: Listening, row: ReceivedNotice) -> None:
    notice = Notice(event_id=row.event_id, type=row.type, reference=row.reference, at=row.happened_at)
    try:
        receive_events(gateway=gateway.code, events=gateway.facts_of(notice))
    except GatewayUnavailable as trouble:
        _put_off(row, f"{type(trouble).__name__}")
    except (
        Exception
    ) as error:  # one message that cannot be dealt with must not hold up the others; it is kept and shown
        log.exception("notice not understood", gateway=row.gateway, notice=row.event_id, type=row.type)
        _put_off(row, f"{type(error).__module__}.{type(error).__qualname__}")
    else:
        row.handled_at = timezone.now()
        row.error = ""
        row.save(update_fields=["handled_at", "error"])


def _put_off(row: ReceivedNotice, error: str) -> None:
    row.error = error[:200]
    if row.attempts >= MOST_ATTEMPTS:
        row.given_up_at = timezone.now()
    row.save(update_fields=["error", "given_up_at"])
