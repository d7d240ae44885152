"""GHN's 23 states and what they are here. An attempt that failed is no state: the goods are still on their way."""

from logistics.carrier import Incident
from logistics.shipments.status import ShipmentStatus as Status

STATUSES: dict[str, tuple[str, Incident | None]] = {
    "ready_to_pick": (Status.BOOKED, None),
    "picking": (Status.BOOKED, None),
    "money_collect_picking": (Status.BOOKED, None),
    "picked": (Status.IN_TRANSIT, None),
    "storing": (Status.IN_TRANSIT, None),
    "sorting": (Status.IN_TRANSIT, None),
    "transporting": (Status.IN_TRANSIT, None),
    "delivering": (Status.OUT_FOR_DELIVERY, None),
    "money_collect_delivering": (Status.OUT_FOR_DELIVERY, None),
    "delivered": (Status.DELIVERED, None),
    "delivery_fail": ("", Incident.DELIVERY_FAILED),
    "waiting_to_return": ("", Incident.RETURNING),
    "return": ("", Incident.RETURNING),
    "return_transporting": ("", Incident.RETURNING),
    "return_sorting": ("", Incident.RETURNING),
    "returning": ("", Incident.RETURNING),
    "return_fail": ("", Incident.RETURNING),
    "returned": (Status.RETURNED, None),
    "cancel": (Status.CANCELLED, None),
    "exception": ("", Incident.DELAYED),
    "lost": (Status.FAILED, Incident.LOST),
    "damage": (Status.FAILED, Incident.DAMAGED),
    "scrap": (Status.FAILED, Incident.DAMAGED),
}
