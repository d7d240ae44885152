"""What the rest of the marketplace hears from shipments."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class ShipmentBooked(Event):
    """A seller handed goods to a carrier, or told it to fetch them. ``reference``: the seller order's number."""

    shipment_id: str
    reference: str


@dataclass(frozen=True)
class ShipmentStatusChanged(Event):
    """The shipment moved on, also to its end."""

    shipment_id: str
    reference: str
    status: str


@dataclass(frozen=True)
class ShipmentDelivered(Event):
    """The buyer has the goods. ``occurred_at`` is ISO 8601."""

    shipment_id: str
    reference: str
    occurred_at: str
