"""Bring waiting deliveries to their receivers.

1. Take some that are due, for a while: nobody else takes the same (as in ``marketplace.events.claim``).
2. Call the receivers, several at once, outside any transaction.
3. Write down what came of each call: done, to be tried again later, or given up after three days.

A delivery whose sender dies is taken again when its while is over; the receiver may then see it twice, by one id.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from django.db import transaction

from marketplace.due import is_due
from marketplace.observability.outgoing import Calling
from marketplace.webhooks.delivery import DeliveryStatus as Status
from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.post import Outcome, post
from marketplace.webhooks.record_attempt import LONGEST_PAUSE, record_attempt
from marketplace.webhooks.secret import signing_secrets
from marketplace.webhooks.signature import HEADER, signature

LEASE = timedelta(minutes=2)
AT_ONCE = 8
MOST_OF_ONE = 4
"""So many calls to one webhook in a round, so that a slow receiver does not hold up the others."""


def send_webhooks(*, now: datetime, limit: int = 40) -> int:
    """Call for up to ``limit`` deliveries that are due; returns for how many. Run it outside any transaction."""
    deliveries = claim(now=now, limit=limit)
    if not deliveries:
        return 0
    with ThreadPoolExecutor(min(AT_ONCE, len(deliveries))) as pool:
        calls = [pool.submit(_call, *_prepared(delivery, now)) for delivery in deliveries]
        for delivery, call in zip(deliveries, calls, strict=True):
            record_attempt(delivery_id=delivery.pk, outcome=call.result(), now=now)
    return len(deliveries)


def claim(*, now: datetime, limit: int) -> list[WebhookDelivery]:
    """Take deliveries that are due for `LEASE`, the oldest first, only a few of each webhook."""
    with transaction.atomic():
        due = WebhookDelivery.objects.filter(
            is_due("next_attempt_at", now, longest=LONGEST_PAUSE), status=Status.PENDING, webhook__is_active=True
        ).select_for_update(skip_locked=True, of=("self",))
        rows = list(due.select_related("webhook").order_by("next_attempt_at", "pk")[: limit * 4])
        taken = _few_of_each(rows)[:limit]
        WebhookDelivery.objects.filter(pk__in=[row.pk for row in taken]).update(next_attempt_at=now + LEASE)
    return taken


def _few_of_each(rows: Sequence[WebhookDelivery]) -> list[WebhookDelivery]:
    counts: dict[int, int] = {}
    taken = []
    for row in rows:
        counts[row.webhook_id] = counts.get(row.webhook_id, 0) + 1
        if counts[row.webhook_id] <= MOST_OF_ONE:
            taken.append(row)
    return taken


def _prepared(delivery: WebhookDelivery, now: datetime) -> tuple[str, bytes, dict[str, str]]:
    """Everything that a call needs, so that no thread asks the database."""
    body = delivery.payload.encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "BinhDuongMarketplace-Webhook/1",
        "Marketplace-Event": delivery.event_type,
        "Marketplace-Delivery": str(delivery.pk),
        "Connection": "close",
        HEADER: signature(body, signing_secrets(delivery.webhook, now=now), at=now),
    }
    return delivery.webhook.target_url, body, headers


def _call(url: str, body: bytes, headers: dict[str, str]) -> Outcome:
    with Calling("webhook", "receiver") as calling:
        outcome = post(url, body, headers)
        if outcome.failure is not None:
            calling.failed(outcome.failure.lower())
        return outcome
