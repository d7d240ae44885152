"""Search and browse: words, facets, sort and pages, all in the address, so that every view can be sent to somebody."""

import re
from typing import Any

from frontend.page import Page, Variables
from i18n.messages import gettext_noop as _

PAGE_SIZE = 24
AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,4})?")
SORTS = {
    "relevance": ("RANK", "DESC"),
    "new": ("CREATED", "DESC"),
    "price": ("PRICE", "ASC"),
    "price-down": ("PRICE", "DESC"),
    "name": ("NAME", "ASC"),
}
SORT_NAMES = {
    "relevance": _("Best match"),
    "new": _("Newest"),
    "price": _("Lowest price"),
    "price-down": _("Highest price"),
    "name": _("Name"),
}
CRAFTS = ("FURNITURE", "LACQUER", "CERAMICS", "FOOTWEAR", "RUBBER", "MECHANICS", "FRUIT", "TEXTILE", "FOOD", "OTHER")
FACETS = ("craft", "category", "seller")


class Listing(Page):
    """The products of a market that match what the address says."""

    def variables(self) -> Variables:
        field, direction = SORTS[self.sort()]
        return {
            "channel": self.visit.market,
            "search": self.query("q") or None,
            "filter": self.filter(),
            "sortBy": {"field": field, "direction": direction},
            **self.page_wanted(PAGE_SIZE),
        }

    def sort(self) -> str:
        chosen = self.query("sort")
        return chosen if chosen in SORTS else ("relevance" if self.query("q") else "new")

    def filter(self) -> dict[str, Any]:
        """``ProductFilterInput`` from the address; what is no choice of ours is passed over."""
        chosen = self.request.GET.getlist
        price = {bound: amount for bound in ("gte", "lte") if (amount := _amount(self.query(f"price_{bound}")))}
        wanted = {
            "crafts": [craft for craft in chosen("craft")[:20] if craft in CRAFTS],
            "categories": [value[:100] for value in chosen("category")[:20]],
            "sellers": [value[:100] for value in chosen("seller")[:20]],
            "price": price,
            "inStock": True if self.query("in_stock") else None,
        }
        return {name: value for name, value in wanted.items() if value}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        chosen = {name: self.request.GET.getlist(name) for name in FACETS}
        return {
            "q": self.query("q"),
            "sort": self.sort(),
            "sorts": SORT_NAMES,
            "chosen": chosen,
            "price_gte": self.query("price_gte"),
            "price_lte": self.query("price_lte"),
            "in_stock": bool(self.query("in_stock")),
            "is_filtered": bool(self.filter()),
            "only": self._only_choice(data["products"]["facets"]),
        }

    def _only_choice(self, facets: list[dict[str, Any]]) -> str | None:
        """The name of the one craft, category or maker that is chosen: then it is what the page is about."""
        chosen = [(name, value) for name in FACETS for value in self.request.GET.getlist(name)]
        if len(chosen) != 1:
            return None
        labels = {(facet["name"], value["value"]): value["label"] for facet in facets for value in facet["values"]}
        return labels.get(chosen[0])


def _amount(text: str) -> str | None:
    met = AMOUNT.fullmatch(text.replace(",", "."))
    return met[0] if met else None
