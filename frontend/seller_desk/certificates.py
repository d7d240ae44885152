"""The certificates of a shop: what is in force, what ends soon, what has ended."""

from typing import Any

from frontend.seller_desk.seller_page import SellerPage


class Certificates(SellerPage):
    """What ends first stands first; what has ended is shown to the team alone."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = data["certificates"]
        return {
            **super().context(data),
            "ended": [row for row in rows if row["state"] == "EXPIRED"],
            "current": [row for row in rows if row["state"] != "EXPIRED"],
        }
