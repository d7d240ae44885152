"""All reviews of a product, latest first; the address may choose a number of stars."""

from typing import Any

from frontend.page import Page, Variables

PAGE_SIZE = 20


class ProductReviews(Page):
    """What buyers say, page by page."""

    required = ("product",)

    @property
    def stars(self) -> int | None:
        asked = self.query("stars")
        return int(asked) if asked in {"1", "2", "3", "4", "5"} else None

    def variables(self) -> Variables:
        return {**super().variables(), "stars": self.stars, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"stars": self.stars}
