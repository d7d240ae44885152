"""Disputes about goods of a seller, the oldest first."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25
OPEN = ("OPEN", "ANSWERED", "ESCALATED")


class Disputes(SellerPage):
    """Those that are open; ``state=all`` lists the rest too."""

    def variables(self) -> Variables:
        chosen = {"filter": None if self.query("state") == "all" else {"status": list(OPEN)}}
        return {**super().variables(), **chosen, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "shows_all": self.query("state") == "all"}
