"""Products by the state of their review: those that wait as a queue, oldest first; the others latest first."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
STATES = ("PENDING", "APPROVED", "REJECTED", "DRAFT")


class Products(StaffPage):
    """The address chooses a state, a seller and words of the name or an SKU."""

    permissions = ("products.approve",)

    @property
    def state(self) -> str:
        asked = self.query("approval")
        return asked if asked in (*STATES, "ALL") else "ALL" if self.query("q") else "PENDING"

    def variables(self) -> Variables:
        seller = self.query("seller")
        chosen = {
            "approval": self.state if self.state != "ALL" else None,
            "search": self.query("q") or None,
            "sellers": [seller] if seller else None,
        }
        return {
            "filter": {name: value for name, value in chosen.items() if value},
            "sort": {"field": "LAST_MODIFIED", "direction": "ASC" if self.state == "PENDING" else "DESC"},
            "scope": [seller] if seller else None,
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES, "words": self.query("q"), "of_seller": self.query("seller")}
