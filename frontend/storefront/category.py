"""A category at any depth: where it stands, what lies below it, and its products."""

from typing import Any

from frontend.page import Page, Variables

PAGE_SIZE = 24


class Category(Page):
    """Categories below it are shown when something is in them."""

    required = ("category",)

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        children = data["category"]["children"]
        return {"below": [child for child in children if child["products"]["totalCount"]]}
