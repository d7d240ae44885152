"""Freight events by the questions of the DCSA's ``GET /v2/events``."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from logistics.graphql.access import uuid_key
from logistics.places.place import normal_code
from logistics.shipments.freight.freight_event import FreightEvent

TEXTS = {
    "carrier_booking_reference": "booking_reference",
    "transport_document_reference": "transport_document",
    "vessel_imo_number": "vessel_imo",
    "voyage": "voyage",
}
LISTS = {"event_type": "event_type", "classifier": "classifier", "code": "code", "document_type": "document_type"}
LONGEST, MOST = 100, 50


def find_events(*, seller_id: int, wanted: Mapping[str, Any]) -> QuerySet[FreightEvent]:
    """Of the seller's shipments alone, in the order they were written down."""
    found = FreightEvent.objects.filter(shipment__seller_id=seller_id)
    for name, column in TEXTS.items():
        if wanted.get(name):
            found = found.filter(**{column: wanted[name][:LONGEST].strip()})
    for name, column in LISTS.items():
        if wanted.get(name):
            found = found.filter(**{f"{column}__in": [str(value)[:LONGEST] for value in wanted[name][:MOST]]})
    if wanted.get("shipment"):
        found = found.filter(shipment_id=uuid_key(wanted["shipment"], "Shipment", field="filter.shipment"))
    if wanted.get("equipment_reference"):
        found = found.filter(equipment="".join(wanted["equipment_reference"][:LONGEST].split()).upper())
    if wanted.get("un_location_code"):
        found = found.filter(place_code=normal_code(wanted["un_location_code"][:LONGEST]))
    if wanted.get("created_from"):
        found = found.filter(created_at__gte=wanted["created_from"])
    return found.order_by("created_at", "id")
