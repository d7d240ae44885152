"""Viettel Post's states (``ORDER_STATUS``) and what they are here."""

from logistics.carrier import Incident
from logistics.shipments.status import ShipmentStatus as Status

STATUSES: dict[str, tuple[str, Incident | None]] = {
    "-108": (Status.BOOKED, None),  # left at a post office
    "-100": (Status.BOOKED, None),  # not approved yet
    "101": (Status.CANCELLED, None),  # refused by the carrier
    "102": (Status.BOOKED, None),
    "103": (Status.BOOKED, None),
    "104": (Status.BOOKED, None),
    "105": (Status.IN_TRANSIT, None),
    "107": (Status.CANCELLED, None),
    "200": (Status.IN_TRANSIT, None),
    "201": (Status.CANCELLED, None),
    "202": ("", None),  # its papers were changed
    "300": (Status.IN_TRANSIT, None),
    "400": (Status.IN_TRANSIT, None),
    "500": (Status.OUT_FOR_DELIVERY, None),
    "501": (Status.DELIVERED, None),
    "502": ("", Incident.RETURNING),
    "503": (Status.FAILED, None),  # ended at the customer's wish
    "504": (Status.RETURNED, None),
    "505": ("", Incident.DELIVERY_FAILED),
    "506": ("", Incident.DELIVERY_FAILED),
    "507": ("", Incident.DELIVERY_FAILED),  # the buyer will fetch it at the post office
    "508": (Status.OUT_FOR_DELIVERY, None),
    "509": (Status.IN_TRANSIT, None),
    "515": ("", Incident.RETURNING),
    "550": (Status.OUT_FOR_DELIVERY, None),
}
