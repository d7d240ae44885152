"""Take a carrier's message in: verify, store, done. Nothing is looked up, so the carrier has its answer at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from logistics.carrier import Capability, WebhookEvent, WebhookRefused, WebhookRequest
from logistics.carriers.accounts.find import account_of_key
from logistics.carriers.registry import carriers
from logistics.shipments.notices.dcsa_push import DCSA, verify_push
from logistics.shipments.notices.nobody_listens import NobodyListens
from logistics.shipments.notices.notice import CarrierNotice

LARGEST = 256 * 1024
MOST_EVENTS = 500


def receive_carrier_notice(
    *, carrier: str, key: str, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
) -> bool:
    """Says whether it was new. Raises `NobodyListens` and ``WebhookRefused``; nothing is stored then."""
    request = WebhookRequest(headers=headers, query=query, body=body)
    if len(body) > LARGEST:
        raise WebhookRefused(carrier, f"{len(body)} bytes are more than any message has")
    told = verify_push(key=key, request=request) if carrier == DCSA else _told(carrier, key, request)
    _, fresh = CarrierNotice.objects.get_or_create(
        carrier=carrier, account_key=key, digest=hashlib.sha256(body).hexdigest(), defaults={"told": told, "body": body}
    )
    return fresh


def _told(code: str, key: str, request: WebhookRequest) -> list[dict[str, Any]]:
    carrier = carriers().get(code)
    if carrier is None or Capability.WEBHOOK not in carrier.capabilities:
        raise NobodyListens(code)
    account = account_of_key(carrier=code, key=key)
    if account is None:
        raise NobodyListens(code)
    return [_as_json(told) for told in carrier.parse_webhook(account=account, request=request)[:MOST_EVENTS]]


def _as_json(told: WebhookEvent) -> dict[str, Any]:
    texts = {
        "tracking_number": told.tracking_number,
        "reference": told.reference,
        "status": told.event.status,
        "raw_code": told.event.raw_code,
        "occurred_at": told.event.occurred_at.isoformat(),
        "place": told.event.place,
        "note": told.event.note,
        "trouble": told.event.incident or "",
    }
    return {name: _storable(text) for name, text in texts.items()}


def _storable(text: str) -> str:
    """Without NUL and halves of surrogate pairs, which no database keeps; the body itself is kept as it came."""
    return text.replace("\x00", "").encode(errors="replace").decode()
