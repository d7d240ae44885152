"""Orders of everybody: those that wait are queues with the oldest on top, the others show the latest first."""

from typing import Any

from frontend.operator_desk.oldest_first import turned, wanted_backwards
from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 30
STATES = ("UNPAID", "UNFULFILLED", "PARTIALLY_FULFILLED", "FULFILLED", "DELIVERED", "CANCELED", "EXPIRED")
QUEUES = ("UNPAID", "UNFULFILLED", "PARTIALLY_FULFILLED")


class Orders(StaffPage):
    """The address chooses a state and part of a number or of the buyer's e-mail address."""

    permissions = ("orders.manage",)

    @property
    def state(self) -> str:
        asked = self.query("status")
        return asked if asked in STATES else ""

    def variables(self) -> Variables:
        chosen = {"status": [self.state] if self.state else None, "search": self.query("q")[:100] or None}
        paging = wanted_backwards(self, PAGE_SIZE) if self.state in QUEUES else self.page_wanted(PAGE_SIZE)
        return {"filter": {name: value for name, value in chosen.items() if value}, **paging}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        orders = turned(data["orders"]) if self.state in QUEUES else data["orders"]
        return {"orders": orders, "state": self.state, "states": STATES, "words": self.query("q")}
