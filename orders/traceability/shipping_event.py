"""Goods of lots leave and arrive, as EPCIS events: what the chain's later parties and recalls go by.

1. Pieces with codes are named one by one; of lots without, so many pieces. Goods of no lot are not spoken of.
2. The seller owned them before, the buyer afterwards. The buyer is a number of this order alone: nobody's name.
3. The order is the paper (``po``) that both speak of.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from catalog.traceability.identity.uris import lot_uri, piece_uri, seller_uri
from catalog.traceability.lot import TraceCode
from logistics.shipments.shipment import ParcelTraceCode
from orders.fulfillment.fulfillment import Fulfillment
from orders.traceability.fulfillment_lot import FulfillmentLot

CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]
_NAMES = UUID("0f6f7ad8-7c0b-5b0e-9a55-3f6f3f1d8a44")
"""Our name space of events and buyers, which are numbers elsewhere."""


def shipping_event(fulfillment: Fulfillment) -> dict[str, Any] | None:
    """Of what left; ``None`` where nothing of it is of a lot. Needs the seller order."""
    said = {"bizStep": "shipping", "disposition": "in_transit"}
    return _event(fulfillment, "shipping", fulfillment.created_at, said)


def receiving_event(fulfillment: Fulfillment, arrived_at: datetime) -> dict[str, Any] | None:
    """Of the same goods, with the buyer."""
    return _event(fulfillment, "receiving", arrived_at, {"bizStep": "receiving", "disposition": "in_progress"})


def buyer_uri(fulfillment: Fulfillment) -> str:
    """Of the buyer in this order and no other."""
    return f"urn:uuid:{uuid5(_NAMES, f'buyer of {fulfillment.seller_order_id}')}"


def _event(fulfillment: Fulfillment, what: str, at: datetime, said: dict[str, str]) -> dict[str, Any] | None:
    things = _things(fulfillment)
    if not things:
        return None
    return {
        "@context": CONTEXT,
        "type": "ObjectEvent",
        "eventID": f"urn:uuid:{uuid5(_NAMES, f'{what} of {fulfillment.pk}')}",
        "eventTime": at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "eventTimeZoneOffset": "+07:00",
        "action": "OBSERVE",
        **said,
        **things,
        "bizTransactionList": [{"type": "po", "bizTransaction": f"urn:uuid:{fulfillment.seller_order_id}"}],
        "sourceList": [{"type": "owning_party", "source": seller_uri(fulfillment.seller_order.seller_id)}],
        "destinationList": [{"type": "owning_party", "destination": buyer_uri(fulfillment)}],
    }


def _things(fulfillment: Fulfillment) -> dict[str, Any]:
    on_labels = ParcelTraceCode.objects.filter(parcel__shipment=fulfillment.shipment_id)
    codes = TraceCode.objects.filter(code__in=on_labels.values("code")).select_related("lot__variant")
    pieces = list(codes.order_by("code"))
    named = {piece.lot_id for piece in pieces}
    lots = FulfillmentLot.objects.filter(line__fulfillment=fulfillment).exclude(lot__in=named)
    kinds = [
        {"epcClass": lot_uri(row.lot), **({"quantity": row.quantity} if row.quantity is not None else {})}
        for row in lots.select_related("lot__variant").order_by("lot_id")
    ]
    listed = {"epcList": [piece_uri(piece) for piece in pieces], "quantityList": kinds}
    return {name: things for name, things in listed.items() if things}
