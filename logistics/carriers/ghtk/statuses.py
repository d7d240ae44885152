"""GHTK's states and what they are here. Six codes are no states: they say what a courier pressed on the way."""

from logistics.carrier import Incident
from logistics.shipments.status import ShipmentStatus as Status

STATUSES: dict[str, tuple[str, Incident | None]] = {
    "-1": (Status.CANCELLED, None),
    "1": (Status.BOOKED, None),
    "2": (Status.BOOKED, None),
    "3": (Status.IN_TRANSIT, None),
    "4": (Status.OUT_FOR_DELIVERY, None),
    "5": (Status.DELIVERED, None),
    "6": (Status.DELIVERED, None),  # reconciled: the money of a delivered parcel is settled
    "7": ("", Incident.PICKUP_FAILED),
    "8": ("", Incident.DELAYED),
    "9": ("", Incident.DELIVERY_FAILED),
    "10": ("", Incident.DELAYED),
    "11": (Status.RETURNED, None),  # reconciled, as 6
    "12": (Status.BOOKED, None),
    "13": (Status.FAILED, Incident.LOST),  # the carrier pays for it
    "20": ("", Incident.RETURNING),
    "21": (Status.RETURNED, None),
    # Notices: what a courier says, no states.
    "123": ("", None),  # picked up
    "127": ("", None),  # not picked up
    "128": ("", None),  # pick-up delayed
    "45": ("", None),  # delivered
    "49": ("", None),  # not delivered
    "410": ("", None),  # delivery delayed
}
