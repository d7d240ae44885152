"""Disputes between buyers and sellers: those the marketplace has to decide, the oldest first."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
STATES = {"ESCALATED": ["ESCALATED"], "OPEN": ["OPEN", "ANSWERED"], "OVER": ["SETTLED", "WITHDRAWN", "DECIDED"]}


class Disputes(StaffPage):
    """The address chooses the state."""

    permissions = ("orders.manage",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "ESCALATED"

    def variables(self) -> Variables:
        return {"filter": {"status": STATES[self.state]}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": tuple(STATES)}
