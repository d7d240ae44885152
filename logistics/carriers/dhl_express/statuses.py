"""DHL Express' checkpoints and what they are here."""

from logistics.carrier import Incident
from logistics.shipments.status import ShipmentStatus as Status

STATUSES: dict[str, tuple[str, Incident | None]] = {
    "SA": (Status.BOOKED, None),  # data received
    "PU": (Status.IN_TRANSIT, None),
    "PL": (Status.IN_TRANSIT, None),
    "DF": (Status.IN_TRANSIT, None),
    "AF": (Status.IN_TRANSIT, None),
    "AR": (Status.IN_TRANSIT, None),
    "TR": (Status.IN_TRANSIT, None),
    "FD": (Status.IN_TRANSIT, None),  # forwarded to its destination
    "TP": (Status.IN_TRANSIT, None),  # handed to another carrier
    "RR": ("", None),  # the receiver answered
    "SC": ("", None),  # another product
    "AD": ("", None),  # a day of delivery was agreed
    "CC": ("", None),  # lies ready to be fetched
    "BN": (Status.CUSTOMS, None),  # the receiver's broker was told
    "IC": (Status.CUSTOMS, None),
    "CI": (Status.CUSTOMS, None),
    "RW": ("", None),  # weighed again
    "CR": ("", None),  # cleared
    "BR": ("", None),  # cleared by the broker
    "CD": (Status.CUSTOMS, Incident.CUSTOMS_HOLD),
    "UD": (Status.CUSTOMS, Incident.CUSTOMS_HOLD),
    "HP": (Status.CUSTOMS, Incident.CUSTOMS_HOLD),  # waits for duties to be paid
    "OH": ("", Incident.DELAYED),
    "MC": ("", Incident.DELAYED),
    "MS": ("", Incident.DELAYED),
    "MD": ("", Incident.DELAYED),
    "SS": ("", Incident.DELAYED),  # stopped on somebody's word
    "WC": (Status.OUT_FOR_DELIVERY, None),
    "BA": ("", Incident.DELIVERY_FAILED),
    "CA": ("", Incident.DELIVERY_FAILED),
    "CM": ("", Incident.DELIVERY_FAILED),
    "ND": ("", Incident.DELIVERY_FAILED),
    "NH": ("", Incident.DELIVERY_FAILED),
    "RD": ("", Incident.DELIVERY_FAILED),
    "PD": ("", None),  # only some of the pieces
    "OK": (Status.DELIVERED, None),
    "DD": (Status.DELIVERED, Incident.DAMAGED),
    "RT": (Status.RETURNED, None),
    "DS": (Status.FAILED, Incident.LOST),  # disposed of
    "CS": ("", None),  # closed
}
