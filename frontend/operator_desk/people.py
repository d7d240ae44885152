"""People with an account: found by their address or name, and the marketplace's own people."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
CHOICES = ("ALL", "STAFF", "BLOCKED")


class People(StaffPage):
    """``q`` are words, ``show`` is one of the choices."""

    permissions = ("users.manage",)

    @property
    def choice(self) -> str:
        asked = self.query("show")
        return asked if asked in CHOICES else "ALL"

    def variables(self) -> Variables:
        chosen: dict[str, Any] = {"search": self.query("q")} if self.query("q") else {}
        if self.choice == "STAFF":
            chosen["isStaff"] = True
        if self.choice == "BLOCKED":
            chosen["isActive"] = False
        return {"filter": chosen, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "rows": [edge["node"] for edge in data["users"]["edges"]],
            "choice": self.choice,
            "choices": CHOICES,
            "words": self.query("q"),
        }
