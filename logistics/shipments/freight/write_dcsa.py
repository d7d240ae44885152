"""``write_dcsa``: a stored event as the DCSA's Track & Trace interface 2.x writes it."""

from __future__ import annotations

from typing import Any

from logistics.shipments.freight.codes import CODE_KEYS, EventType
from logistics.shipments.freight.freight_event import FreightEvent


def write_dcsa(event: FreightEvent) -> dict[str, Any]:
    """Without what is not known; reading it again gives the same event."""
    found = {
        "eventID": event.event_id,
        "eventType": event.event_type,
        "eventClassifierCode": event.classifier,
        "eventCreatedDateTime": event.created_at.isoformat(),
        "eventDateTime": event.occurred_at.isoformat(),
        CODE_KEYS.get(event.event_type, "eventTypeCode"): event.code,
        "documentTypeCode": event.document_type,
        "documentID": event.document_id,
        "equipmentReference": event.equipment,
        "emptyIndicatorCode": {True: "EMPTY", False: "LADEN", None: ""}[event.is_empty],
        "reason": event.reason,
        "documentReferences": _references(event),
        "eventLocation": _known({"locationName": event.place, "UNLocationCode": event.place_code}),
        "transportCall": _transport_call(event) if event.event_type != EventType.SHIPMENT else {},
    }
    return _known(found)


def _transport_call(event: FreightEvent) -> dict[str, Any]:
    vessel = _known({"vesselIMONumber": event.vessel_imo, "vesselName": event.vessel_name})
    return _known(
        {
            "modeOfTransport": event.mode,
            "carrierVoyageNumber": event.voyage,
            "UNLocationCode": event.place_code,
            "vessel": vessel,
        }
    )


def _references(event: FreightEvent) -> list[dict[str, str]]:
    pairs = (("BKG", event.booking_reference), ("TRD", event.transport_document))
    return [{"documentReferenceType": kind, "documentReferenceValue": value} for kind, value in pairs if value]


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", [], {})}
