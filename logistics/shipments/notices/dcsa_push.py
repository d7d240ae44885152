"""Events that a shipping line pushes by the DCSA's Track & Trace interface, signed with the subscription's secret."""

from __future__ import annotations

import hmac
from typing import Any

import orjson
from django.utils import timezone

from logistics.carrier import WebhookRefused, WebhookRequest
from logistics.shipments.freight.read_dcsa import can_be_kept
from logistics.shipments.freight.subscription import FreightSubscription
from logistics.shipments.notices.nobody_listens import NobodyListens

DCSA = "dcsa"
SIGNATURE = "notification-signature"
MOST_EVENTS = 200


def verify_push(*, key: str, request: WebhookRequest) -> list[dict[str, Any]]:
    """The events of the message that can be kept, one or a list; raises ``NobodyListens`` and ``WebhookRefused``.

    The header is ``sha256=`` and the HMAC of the body in hexadecimal digits (DCSA event subscriptions 2.x).
    """
    subscription = FreightSubscription.objects.filter(key=key, ended_at__isnull=True).first()
    if subscription is None:
        raise NobodyListens(DCSA)
    expected = f"sha256={hmac.digest(subscription.secret.open().encode(), request.body, 'sha256').hex()}"
    if not hmac.compare_digest(expected.encode(), request.headers.get(SIGNATURE, "").strip().encode()):
        raise WebhookRefused(DCSA, "the signature is not the subscription's")
    FreightSubscription.objects.filter(pk=subscription.pk).update(last_heard_at=timezone.now())
    return _events(request.body)


def _events(body: bytes) -> list[dict[str, Any]]:
    try:
        read = orjson.loads(body)
    except ValueError:
        raise WebhookRefused(DCSA, "it is not JSON") from None
    rows = read if isinstance(read, list) else [read]
    return [row for row in rows[:MOST_EVENTS] if isinstance(row, dict) and can_be_kept(row)]
