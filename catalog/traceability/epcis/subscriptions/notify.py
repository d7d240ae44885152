"""``notify_subscribers``: bring waiting events to their receivers.

1. Take some subscriptions that are due, for a while: nobody else takes the same.
2. Write each an EPCISQueryDocument of what waits, the oldest first, as its seller may read it now; call the receiver
   outside any transaction.
3. After a success forget what was told; after a failure try again later and later, for three days.

A message whose sender dies is sent again: receivers may see an event twice, and know it by its id.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from catalog.traceability.epcis.documents.write_document import query_document_of, shown
from catalog.traceability.epcis.rest.formats import formatted
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.subscriptions.schedule import read_schedule
from catalog.traceability.epcis.subscriptions.subscribe import viewer_of_subscription
from catalog.traceability.epcis.subscriptions.subscription import EpcisSubscription, SubscribedEvent
from catalog.traceability.http import RestRequest
from marketplace.webhooks.post import post
from marketplace.webhooks.record_attempt import DISABLED_AFTER, pause_after
from marketplace.webhooks.signature import signature

LEASE = timedelta(minutes=2)
MOST_AT_ONCE = 500
"""Events in a message; what is left follows in the next."""
SIGNATURE = "GS1-Signature"


def notify_subscribers(*, now: datetime, limit: int = 10) -> int:
    """Call for up to ``limit`` subscriptions; returns for how many. Run it outside any transaction."""
    taken = _claim(now, limit)
    for subscription in taken:
        _notify(subscription, now)
    return len(taken)


def _claim(now: datetime, limit: int) -> list[EpcisSubscription]:
    with transaction.atomic():
        due = EpcisSubscription.objects.filter(stopped_at__isnull=True, next_attempt_at__lte=now)
        rows = list(due.select_for_update(skip_locked=True, of=("self",)).order_by("next_attempt_at", "pk")[:limit])
        EpcisSubscription.objects.filter(pk__in=[row.pk for row in rows]).update(next_attempt_at=now + LEASE)
    return list(EpcisSubscription.objects.filter(pk__in=[row.pk for row in rows]).select_related("query"))


def _notify(subscription: EpcisSubscription, now: datetime) -> None:
    waiting = subscription.waiting.order_by("event_id").values_list("event_id", flat=True)
    keys = list(waiting[:MOST_AT_ONCE])
    if not keys and not subscription.report_if_empty:
        _told(subscription, keys, now, called=False)
        return
    body = _message(subscription, keys, now)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "BinhDuongMarketplace-EPCIS/2",
        "GS1-EPCIS-Version": "2.0.0",
        "Connection": "close",
    }
    if subscription.signature_token is not None:
        headers[SIGNATURE] = signature(body, [subscription.signature_token.open()], at=now)
    outcome = post(subscription.dest, body, headers)
    if outcome.failure is None:
        _told(subscription, keys, now, called=True)
    else:
        _failed(subscription, now)


def _message(subscription: EpcisSubscription, keys: Sequence[int], now: datetime) -> bytes:
    """What may no longer be read is left out, and then forgotten with the rest."""
    viewer = viewer_of_subscription(subscription)
    events = list(readable_events(viewer).filter(pk__in=keys).order_by("pk"))
    written = formatted(RestRequest("GET", ""), shown(events, viewer))
    document = query_document_of(
        written, query_name=subscription.query.name, now=now, subscription_id=str(subscription.pk)
    )
    return json.dumps(document, ensure_ascii=False).encode()


def _told(subscription: EpcisSubscription, keys: Sequence[int], now: datetime, *, called: bool) -> None:
    with transaction.atomic():
        locked = EpcisSubscription.objects.select_for_update().filter(pk=subscription.pk).first()
        if locked is None:
            return  # somebody unsubscribed during the call
        SubscribedEvent.objects.filter(subscription=locked, event_id__in=keys).delete()
        locked.failures, locked.failing_since = 0, None
        locked.last_notified_at = now if called else locked.last_notified_at
        locked.next_attempt_at = _next(locked, now, is_more=bool(keys) and locked.waiting.exists())
        locked.save(update_fields=["failures", "failing_since", "last_notified_at", "next_attempt_at"])


def _next(subscription: EpcisSubscription, now: datetime, *, is_more: bool) -> datetime | None:
    if is_more:
        return now
    if subscription.schedule is not None:
        return read_schedule(subscription.schedule).next_after(now)
    return now if subscription.waiting.exists() else None


def _failed(subscription: EpcisSubscription, now: datetime) -> None:
    with transaction.atomic():
        locked = EpcisSubscription.objects.select_for_update().filter(pk=subscription.pk).first()
        if locked is None:
            return  # somebody unsubscribed during the call
        locked.failures += 1
        locked.failing_since = locked.failing_since or now
        locked.next_attempt_at = now + pause_after(locked.failures)
        if now - locked.failing_since >= DISABLED_AFTER:
            locked.stopped_at, locked.next_attempt_at = now, None
            locked.waiting.all().delete()
        locked.save(update_fields=["failures", "failing_since", "next_attempt_at", "stopped_at"])
