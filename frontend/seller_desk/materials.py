"""The batches of material of a seller: what lots are made of."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class Materials(SellerPage):
    """Newest first; for everybody who works for the seller."""

    def variables(self) -> Variables:
        return {**super().variables(), "search": self.query("q") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "searched": self.query("q")}
