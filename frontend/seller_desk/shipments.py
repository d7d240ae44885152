"""Everything a seller has sent: what is in trouble first to be chosen, then by state, searched by number."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25
STATES = (
    "DRAFT",
    "BOOKED",
    "IN_TRANSIT",
    "CUSTOMS",
    "OUT_FOR_DELIVERY",
    "DELIVERED",
    "RETURNED",
    "FAILED",
    "CANCELLED",
)
TROUBLE = "TROUBLE"


class Shipments(SellerPage):
    """The address chooses the state, or the alerts; without one everything is listed, the latest first."""

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in (*STATES, TROUBLE) else ""

    def variables(self) -> Variables:
        return {
            **super().variables(),
            "status": [self.state] if self.state in STATES else None,
            "inTrouble": self.state == TROUBLE or None,
            "search": self.query("q") or None,
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "state": self.state, "states": STATES, "search": self.query("q")}
