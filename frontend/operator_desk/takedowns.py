"""Authorities' requests: those whose answer is due first, then what is hidden, then what was lifted."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
STATES = ("UNANSWERED", "IN_FORCE", "LIFTED")


class Takedowns(StaffPage):
    """The address chooses the state."""

    permissions = ("takedowns.manage",)

    @property
    def state(self) -> str:
        asked = self.query("status")
        return asked if asked in STATES else "UNANSWERED"

    def variables(self) -> Variables:
        return {"status": self.state, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES}
