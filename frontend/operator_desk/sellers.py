"""Sellers by their state: the open applications as a queue, the others by name."""

from typing import Any

from frontend.operator_desk.applications import since_of, waiting_sellers
from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 50
STATES = ("APPLIED", "APPROVED", "SUSPENDED", "REJECTED")


class Sellers(StaffPage):
    """The address chooses a state and words of the name; without either it is the queue."""

    permissions = ("sellers.manage",)

    @property
    def state(self) -> str:
        """The tab: a state, ``ALL``, or the queue for anything else."""
        asked = self.query("status")
        return asked if asked in (*STATES, "ALL") else "ALL" if self.query("q") else "APPLIED"

    def variables(self) -> Variables:
        chosen = {"status": self.state if self.state != "ALL" else None, "search": self.query("q") or None}
        return {"filter": {name: value for name, value in chosen.items() if value}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        is_queue = self.state == "APPLIED" and not self.query("q")
        listed = [{**edge["node"], "since": since_of(edge["node"])} for edge in data["sellers"]["edges"]]
        return {
            "state": self.state,
            "states": STATES,
            "words": self.query("q"),
            "is_queue": is_queue,
            "rows": waiting_sellers(self) if is_queue else listed,
            "page_info": None if is_queue else data["sellers"]["pageInfo"],
        }
