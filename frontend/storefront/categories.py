"""The main categories of a market: those that have something in them."""

from typing import Any

from frontend.page import Page


class Categories(Page):
    """With the categories below each, down to the second level."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        roots = [edge["node"] for edge in data["categories"]["edges"]]
        return {"roots": [root for root in roots if root["products"]["totalCount"]]}
