"""Recalls of all sellers: what is dangerous, who was told, and who has answered."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
STATES: dict[str, bool | None] = {"OPEN": True, "CLOSED": False}


class Recalls(StaffPage):
    """The address chooses the state. Inspectors of an authority read it, too."""

    permissions = ("traceability.inspect",)

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else "OPEN"

    def variables(self) -> Variables:
        return {"isOpen": STATES[self.state], **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = [edge["node"] for edge in data["recalls"]["edges"]]
        return {"state": self.state, "states": tuple(STATES), "rows": rows}
