"""An event of freight before it is stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class FreightData:
    """Names as in `FreightEvent`."""

    event_type: str
    classifier: str
    code: str
    occurred_at: datetime
    created_at: datetime
    event_id: str = ""
    document_type: str = ""
    document_id: str = ""
    place: str = ""
    place_code: str = ""
    mode: str = ""
    vessel_name: str = ""
    vessel_imo: str = ""
    voyage: str = ""
    equipment: str = ""
    is_empty: bool | None = None
    booking_reference: str = ""
    transport_document: str = ""
    reason: str = ""
    raw: dict[str, Any] = field(default_factory=dict)
    """As it was received; made of the values for an event of our own."""


def own_event_id(data: FreightData, *, leg_id: int | None = None) -> str:
    """The same for the same words about the same moment, so that a form that is sent twice makes one event."""
    moment = data.occurred_at.astimezone(UTC).isoformat()
    parts = (data.event_type, data.classifier, data.code, moment, data.place, data.equipment, str(leg_id or ""))
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"own-{digest[:32]}"
