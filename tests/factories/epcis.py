"""EPCIS events and documents for tests."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.capture.start_capture import start_capture
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.http import RestRequest
from catalog.traceability.identity.uris import seller_uri
from marketplace.sellers.models import Seller

STANDARD = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
OWN = "https://words.moc-an.example/"
CONTEXT: list[Any] = [STANDARD, {"ex": OWN}]
LOT = "https://id.gs1.org/01/08935000000016/10/LO-1"
_minute = count(1)


def event_document(**overrides: Any) -> dict[str, Any]:
    """A lot that comes into being; each call at another time, so that no two are the same. ``None`` leaves out."""
    minute = next(_minute)
    fields: dict[str, Any] = {
        "type": "ObjectEvent",
        "eventTime": f"2026-10-{1 + minute // 1440:02d}T{minute // 60 % 24:02d}:{minute % 60:02d}:00+07:00",
        "eventTimeZoneOffset": "+07:00",
        "action": "ADD",
        "bizStep": "commissioning",
        "quantityList": [{"epcClass": LOT, "quantity": 120}],
    }
    return {key: value for key, value in {**fields, **overrides}.items() if value is not None}


def shipping_document(to: Seller | None = None, **overrides: Any) -> dict[str, Any]:
    destination = seller_uri(to) if to else "urn:uuid:00000000-0000-4000-8000-000000000000"
    fields = {
        "action": "OBSERVE",
        "bizStep": "shipping",
        "disposition": "in_transit",
        "destinationList": [{"type": "owning_party", "destination": destination}],
    }
    return event_document(**{**fields, **overrides})


def epcis_document(*events: Any, **overrides: Any) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-11-01T08:00:00+07:00",
        "epcisBody": {"eventList": list(events)},
        **overrides,
    }


def make_event(seller: Seller | None, *, audience: str = "CHAIN", **overrides: Any) -> EpcisEvent:
    return capture_event(event_document(**overrides), context=CONTEXT, seller=seller, audience=audience)


def make_capture_job(seller: Seller) -> CaptureJob:
    """A document that waits, with one wrong event in it."""
    body = json.dumps(epcis_document(event_document(), {"type": "ObjectEvent"})).encode()
    return start_capture(seller=seller, by=None, media_type="application/json", body=body, most_events=10)


def rest(method: str, path: str, **overrides: Any) -> RestRequest:
    return RestRequest(method=method, path=f"/epcis{path}", origin="https://market.example", **overrides)
