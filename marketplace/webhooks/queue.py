"""Write down who is to be told of what happened."""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from marketplace.events.current import number_for
from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.webhook import Webhook

TRIED_FOR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as one listener may know it.

    ``seller_id`` is whose webhooks are told; without one the operator's. ``ids`` are global ids by what they are of,
    ``data`` a few facts under the API's names. Neither has personal data.
    """

    event_type: WebhookEventType
    seller_id: int | None
    ids: Mapping[str, str]
    data: Mapping[str, Any]


def listeners(event_type: WebhookEventType) -> set[int | None]:
    """The sellers that want to be told of it, and ``None`` if the operator does. Empty: nothing need be read at all."""
    rows = Webhook.objects.filter(is_active=True).order_by().values_list("seller_id", "events")
    return {seller_id for seller_id, events in rows if event_type in events}


def queue_webhooks(happenings: Iterable[Happening], *, now: datetime) -> int:
    """A delivery for each webhook that wants it; returns how many. Call it inside the transaction of the reaction.

    The event has one id for all who are told, by which a receiver knows one it has seen: the same if the reaction runs
    again for the same event.
    """
    told, rows = list(happenings), list[WebhookDelivery]()
    event_id = number_for(" ".join(part for one in told for part in (one.event_type, *one.ids.values())))
    for happening in told:
        payload = _payload(happening, event_id, now)
        for webhook in webhooks_of(happening.seller_id).filter(is_active=True):
            if happening.event_type in webhook.events:
                rows.append(delivery_of(webhook, happening.event_type, event_id, payload, now=now))
    WebhookDelivery.objects.bulk_create(rows)
    return len(rows)


def webhooks_of(seller_id: int | None) -> QuerySet[Webhook]:
    """A seller's webhooks, or without a seller the operator's."""
    whose = Q(seller__isnull=True) if seller_id is None else Q(seller_id=seller_id)
    return Webhook.objects.filter(whose).order_by("pk")


def delivery_of(
    webhook: Webhook, event_type: str, event_id: uuid.UUID, payload: str, *, now: datetime
) -> WebhookDelivery:
    """A row, not stored yet, that is due at once."""
    return WebhookDelivery(
        webhook=webhook,
        event_type=event_type,
        event_id=event_id,
        payload=payload,
        created_at=now,
        next_attempt_at=now,
        give_up_at=now + TRIED_FOR,
    )


def payload_of(event_type: str, event_id: uuid.UUID, *, at: datetime, ids: Any, data: Any) -> str:
    """The body: what, which, when, and the resources."""
    body = {"id": str(event_id), "event": event_type, "occurredAt": at.isoformat(), "ids": ids, "data": data}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), default=str)


def _payload(happening: Happening, event_id: uuid.UUID, now: datetime) -> str:
    return payload_of(happening.event_type, event_id, at=now, ids=dict(happening.ids), data=dict(happening.data))
