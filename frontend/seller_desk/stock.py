"""What lies where: every variant with what is free, held and promised."""

from collections.abc import Mapping
from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25


class Stock(SellerPage):
    """By SKU; search and the filter for what runs low are in the address."""

    def variables(self) -> Variables:
        return {
            **super().variables(),
            "search": self.query("q") or None,
            "lowStock": self.query("low") == "yes" or None,
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "rows": [row(edge["node"]) for edge in data["stockedVariants"]["edges"]],
            "q_stock": self.query("q"),
            "only_low": self.query("low") == "yes",
        }


def row(variant: Mapping[str, Any]) -> dict[str, Any]:
    """A variant with its sums over all warehouses."""
    stocks, policy = variant["stocks"] or [], variant["stockPolicy"] or {}
    there = sum(stock["quantity"] for stock in stocks)
    held = sum(stock["quantityAllocated"] for stock in stocks)
    return {
        **variant,
        "there": there,
        "held": held,
        "free": there - held,
        "promised": policy.get("quantityPromised", 0),
        "threshold": policy.get("lowStockThreshold"),
    }
