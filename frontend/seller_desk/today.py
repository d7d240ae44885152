"""What is to be done today, and how things stand."""

from typing import Any

from frontend.seller_desk.seller_page import SellerPage

LOW = 5
"""Fewer free pieces than this, or than one order needs at least, is a low stock."""
MOST_PAGES = 5
SHOWN = 5
ENDING = ("EXPIRING", "EXPIRED")


class Today(SellerPage):
    """The desk's first page."""

    required = ("seller",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        approved = [edge["node"] for edge in data["approved"]["edges"]]
        changes = data["seller"]["history"] or []
        return {
            **super().context(data),
            "shown": SHOWN,
            "reason": changes[-1]["reason"] if changes else "",
            "unpublished": [p for p in approved if not any(one["isPublished"] for one in p["channelListings"])],
            "ending": [one for one in data.get("certificates") or [] if one["state"] in ENDING],
            "open_imports": [one for one in data.get("productImports") or [] if one["status"] == "PREVIEWED"],
            "low": self._low_stock() if data["approved"]["totalCount"] else [],
        }

    def _low_stock(self) -> list[dict[str, Any]]:
        """Variants of approved products that are running out, emptiest first."""
        low, after = [], None
        for _page in range(MOST_PAGES):
            products = self.ask("Stock", seller=self.own["id"], after=after)["products"]
            for edge in products["edges"]:
                low += _running_out(edge["node"])
            after = products["pageInfo"]["endCursor"]
            if not products["pageInfo"]["hasNextPage"]:
                break
        return sorted(low, key=lambda row: int(row["free"]))


def _running_out(product: dict[str, Any]) -> list[dict[str, Any]]:
    rows = []
    for variant in product["variants"]:
        free = sum(stock["quantity"] - stock["quantityAllocated"] for stock in variant["stocks"] or [])
        if free < max(LOW, variant["moq"]):
            rows.append({"id": product["id"], "name": product["name"], "sku": variant["sku"], "free": free})
    return rows
