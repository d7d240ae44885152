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


@dataclass(frozen=True)
class ShipmentAlertRaised(Event):
    """A shipment is late, held, lost from sight or not delivered; once for each such fact."""

    alert_id: int
    shipment_id: str
    reference: str
    kind: str


@dataclass(frozen=True)
class ShipmentBookingRefused(Event):
    """The carrier does not take the shipment as it is described: somebody has to look."""

    shipment_id: str
    reference: str
