"""The places of a seller's chain: plots, workshops, warehouses, its own and its partners'."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class TracePlaces(SellerPage):
    """By name."""

    def variables(self) -> Variables:
        return {**super().variables(), "search": self.query("q") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "searched": self.query("q")}
