"""What an event of freight means for the shipment: a state, trouble, both or neither."""

from __future__ import annotations

from logistics.shipments.freight.codes import EventType
from logistics.shipments.freight.freight_data import FreightData
from logistics.shipments.status import ShipmentStatus, Trouble

Meaning = tuple[str, str]
NOTHING: Meaning = ("", "")

MOVING = frozenset({"LOAD", "DISC", "GTIN", "GTOT", "PICK", "CROS"})
"""Laden containers that are seen doing this are on their way."""
CUSTOMS_LOOKS = frozenset({"CUSS", "CUSI"})
HANDED_OVER = frozenset({"DROP", "STRP"})
CLEARANCE = "CUC"


def meaning_of(data: FreightData, *, at_the_end: bool) -> Meaning:
    """State and trouble, either empty. ``at_the_end``: it happened where the last leg leads to.

    A word that is not known means nothing, and neither does what happens to an empty container.
    """
    if data.is_empty:
        return NOTHING
    if data.event_type == EventType.TRANSPORT:
        return (ShipmentStatus.IN_TRANSIT, "") if data.code in ("DEPA", "ARRI") else NOTHING
    if data.event_type == EventType.EQUIPMENT:
        return _of_equipment(data.code, at_the_end=at_the_end)
    return _of_paper(data.code, data.document_type)


def _of_equipment(code: str, *, at_the_end: bool) -> Meaning:
    if code in MOVING:
        return ShipmentStatus.IN_TRANSIT, ""
    if code in CUSTOMS_LOOKS:
        return ShipmentStatus.CUSTOMS, Trouble.CUSTOMS_HOLD
    if code == "CUSR":
        return "", Trouble.CUSTOMS_RELEASED
    if code in HANDED_OVER and at_the_end:
        return ShipmentStatus.DELIVERED, ""
    return NOTHING


def _of_paper(code: str, document: str) -> Meaning:
    if document == CLEARANCE and code == "HOLD":
        return ShipmentStatus.CUSTOMS, Trouble.CUSTOMS_HOLD
    if document == CLEARANCE and code in ("RELS", "CMPL", "APPR"):
        return "", Trouble.CUSTOMS_RELEASED
    if document == "BKG" and code == "CONF":
        return ShipmentStatus.BOOKED, ""
    return NOTHING
