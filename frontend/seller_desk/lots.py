"""The lots of a seller: goods made together, with one history."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class Lots(SellerPage):
    """Newest first."""

    def variables(self) -> Variables:
        return {**super().variables(), "search": self.query("q") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "q_lots": self.query("q")}
