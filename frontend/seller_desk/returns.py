"""Goods that buyers want to give back: what waits for a decision first."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25
STATES = ("REQUESTED", "APPROVED", "SENT", "RECEIVED")


class Returns(SellerPage):
    """The address chooses the state; without one everything is listed."""

    @property
    def state(self) -> str:
        asked = self.query("state")
        return asked if asked in STATES else ""

    def variables(self) -> Variables:
        chosen = {"filter": {"status": [self.state]}} if self.state else {"filter": None}
        return {**super().variables(), **chosen, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "state": self.state, "states": STATES}
