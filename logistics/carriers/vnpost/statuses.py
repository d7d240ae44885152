"""MyVNPost's states of an order and what they are here."""

from logistics.carrier import Incident
from logistics.shipments.status import ShipmentStatus as Status

STATUSES: dict[str, tuple[str, Incident | None]] = {
    "0": ("", None),  # a draft
    "1": (Status.BOOKED, None),
    "2": (Status.BOOKED, None),
    "3": (Status.BOOKED, None),
    "4": (Status.BOOKED, None),
    "5": ("", Incident.PICKUP_FAILED),
    "6": (Status.IN_TRANSIT, None),
    "7": (Status.IN_TRANSIT, None),
    "8": ("", Incident.PICKUP_FAILED),
    "9": (Status.CANCELLED, None),  # the pickup was cancelled
    "10": (Status.IN_TRANSIT, None),
    "11": (Status.IN_TRANSIT, None),
    "12": (Status.OUT_FOR_DELIVERY, None),
    "13": (Status.IN_TRANSIT, None),  # forwarded
    "14": (Status.DELIVERED, None),
    "15": ("", Incident.DELIVERY_FAILED),
    "16": ("", Incident.RETURNING),
    "17": ("", Incident.RETURNING),
    "18": ("", Incident.RETURNING),
    "19": (Status.RETURNED, None),
    "20": ("", Incident.RETURNING),  # part of it came back
    "21": ("", None),  # money for cash on delivery was paid out
    "22": (Status.CANCELLED, None),
    "23": ("", None),  # part of it was delivered
    "24": ("", Incident.RETURNING),
    "28": ("", None),  # a fee was paid
    "29": ("", None),
}
