"""What came and went in all warehouses, the newest first."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 50


class StockMovements(SellerPage):
    """The address may name a warehouse."""

    def variables(self) -> Variables:
        return {**super().variables(), "warehouse": self.query("warehouse") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "movements": [edge["node"] for edge in data["stockMovements"]["edges"]],
            "chosen": self.query("warehouse"),
            "to_variant": lambda id: self.at("seller-stock-variant", id=id),
        }
