"""Sizes of shoes and clothes: what is sold here as 42 is 9 in the United States and 265 in Korea."""

from typing import Any

from frontend.page import Page

SYSTEM_OF_MARKET = {"vn": "VN", "us": "US", "jp": "JP", "kr": "KR"}
"""The column that readers of a market look for first; Europe's elsewhere."""


class Sizes(Page):
    """All tables on one page."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"own": SYSTEM_OF_MARKET.get(self.visit.market, "EU")}
