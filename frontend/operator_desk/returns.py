"""Goods that buyers give back, of all sellers: to see where a seller is late. Deciding is the seller's."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
STATES = {
    "REQUESTED": ["REQUESTED"],
    "UNDER_WAY": ["APPROVED", "SENT", "RECEIVED"],
    "ALL": [],
}


class Returns(StaffPage):
    """The address chooses the state, and part of a number."""

    permissions = ("orders.manage",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "REQUESTED"

    def variables(self) -> Variables:
        return {"filter": {"status": STATES[self.state], "search": self.query("q")}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = [edge["node"] for edge in data["returnRequests"]["edges"]]
        return {"state": self.state, "states": tuple(STATES), "searched": self.query("q"), "rows": rows}
