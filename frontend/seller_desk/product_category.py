"""Where a product is shown: one category among thousands, found by words or by going down the tree."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

MOST_FOUND = 50


class ProductCategory(ProductPage):
    """``?q=`` searches; ``?below=<id>`` opens a category; without either the roots are shown."""

    def variables(self) -> Variables:
        words, below = self.query("q"), self.query("below")
        return {
            **super().variables(),
            "found": {"search": words} if words else None,
            "searching": bool(words),
            "below": below or None,
            "opening": bool(below) and not words,
            "first": MOST_FOUND,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        opened = data.get("opened")
        found = [edge["node"] for edge in data["found"]["edges"]] if data.get("found") else None
        roots = [edge["node"] for edge in data["roots"]["edges"]] if data.get("roots") else []
        return {
            **super().context(data),
            "words": self.query("q"),
            "opened": opened,
            "found": found,
            "listed": found if found is not None else opened["children"] if opened else roots,
            "most": MOST_FOUND,
        }

    @action
    def choose(self) -> HttpResponse:
        answer = {"category": self.form.text("category", required=True)}
        self.change("Place", id=self.parts["id"], input=answer)
        return self.go(
            "seller-products-attributes",
            seller=self.own["slug"],
            id=self.parts["id"],
            message=_("The category is saved. Next: what buyers filter by."),
        )
