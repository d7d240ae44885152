"""``read_dcsa``: an event as the DCSA's Track & Trace interface 2.x writes it in JSON.

Lines differ in what they fill in and where, so everything but type, classifier and time may be missing, may stand at
the older place, or may be a word that the standard does not have: nothing of that is a failure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from logistics.places.place import normal_code
from logistics.shipments.freight.codes import CODE_KEYS
from logistics.shipments.freight.freight_data import FreightData, own_event_id

DAY = timedelta(days=1)
LARGEST = 32_768
"""Bytes of one event; real ones have about two thousand."""


class BadFreightEvent(ValueError):
    """Not an event: ``field`` is the name in JSON that is missing or cannot be read."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} is missing or cannot be read")
        self.field = field


def read_dcsa(event: object) -> FreightData:
    """Raises `BadFreightEvent`."""
    if not isinstance(event, dict) or not can_be_kept(event):
        raise BadFreightEvent("event")
    kind = _text(event, "eventType", 20).upper()
    call = _part(event, "transportCall")
    data = FreightData(
        event_type=kind or _missing("eventType"),
        classifier=_text(event, "eventClassifierCode", 3).upper() or _missing("eventClassifierCode"),
        code=_code(event, kind),
        occurred_at=_moment(event, "eventDateTime"),
        created_at=_moment(event, "eventCreatedDateTime" if event.get("eventCreatedDateTime") else "eventDateTime"),
        event_id=_text(event, "eventID", 100),
        document_type=_text(event, "documentTypeCode", 20).upper(),
        document_id=_text(event, "documentID", 100),
        raw=event,
        **_where(event, call),
        **_by_what(event, call),
        **_references(event),
    )
    return data if data.event_id else replace(data, event_id=own_event_id(data))


def can_be_kept(event: Mapping[str, Any]) -> bool:
    """Neither too large nor with what no column of JSON takes: NUL, half a pair of surrogates, infinity."""
    try:
        text = json.dumps(event, ensure_ascii=False, allow_nan=False)
        return len(text.encode()) <= LARGEST and "\\u0000" not in text
    except (TypeError, ValueError, RecursionError):
        return False


def _code(event: Mapping[str, Any], kind: str) -> str:
    key = CODE_KEYS.get(kind, f"{kind.lower()}EventTypeCode")
    return _text(event, key, 20).upper() or "UNKNOWN"


def _where(event: Mapping[str, Any], call: Mapping[str, Any]) -> dict[str, Any]:
    """The place of the event itself, else of the transport call."""
    at = _part(event, "eventLocation") or _part(call, "location")
    code = normal_code(_text(at, "UNLocationCode", 10) or _text(call, "UNLocationCode", 10))
    return {"place": _text(at, "locationName", 120), "place_code": code if len(code) == 5 else ""}


def _by_what(event: Mapping[str, Any], call: Mapping[str, Any]) -> dict[str, Any]:
    vessel = _part(call, "vessel") or event
    indicator = _text(event, "emptyIndicatorCode", 10).upper()
    voyages = (_text(call, name, 60) for name in VOYAGES)
    return {
        "mode": _text(call, "modeOfTransport", 20).upper(),
        "vessel_name": _text(vessel, "vesselName", 80),
        "vessel_imo": _text(vessel, "vesselIMONumber", 20),
        "voyage": next((voyage for voyage in voyages if voyage), ""),
        "equipment": "".join(_text(event, "equipmentReference", 20).split()).upper(),
        "is_empty": {"EMPTY": True, "LADEN": False}.get(indicator),
        "reason": next((text for name in REASONS if (text := _text(event, name, 300))), ""),
    }


REASONS = ("reason", "changeRemark", "delayReasonCode")
VOYAGES = ("carrierVoyageNumber", "carrierExportVoyageNumber", "carrierImportVoyageNumber", "exportVoyageNumber",
           "importVoyageNumber")  # fmt: skip


def _references(event: Mapping[str, Any]) -> dict[str, Any]:
    """By type, under both names that versions of the standard give the list."""
    found: dict[str, str] = {}
    for list_name, kind, value in (
        ("documentReferences", "documentReferenceType", "documentReferenceValue"),
        ("references", "referenceType", "referenceValue"),
    ):
        rows = event.get(list_name)
        for row in rows[:50] if isinstance(rows, list) else []:
            if isinstance(row, dict):
                found.setdefault(_text(row, kind, 20).upper(), _text(row, value, 60))
    return {"booking_reference": found.get("BKG", ""), "transport_document": found.get("TRD", "")}


def _part(whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = whole.get(name)
    return part if isinstance(part, dict) else {}


def _text(whole: Mapping[str, Any], name: str, longest: int) -> str:
    value = whole.get(name)
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return text.replace("\x00", "")[:longest]


def _missing(name: str) -> str:
    raise BadFreightEvent(name)


def _moment(event: Mapping[str, Any], name: str) -> datetime:
    """With its offset; a time that names none is taken for UTC. It has a date in every time zone."""
    try:
        moment = datetime.fromisoformat(_text(event, name, 40))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        in_utc = moment.astimezone(UTC)
        _ = in_utc - DAY, in_utc + DAY
        return moment
    except (ValueError, OverflowError):
        raise BadFreightEvent(name) from None
