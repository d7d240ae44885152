"""Search and browse: words, facets, sort and pages, all in the address, so that every view can be sent to somebody."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from frontend.page import Page, Variables
from frontend.storefront.facets import Choices, shown_facets
from i18n.messages import gettext_noop as _

PAGE_SIZE = 24
AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,4})?")
RANGE = re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]{1,4})?)?\.\.(-?[0-9]{1,12}(?:\.[0-9]{1,4})?)?")
LEAST_STEP = Decimal("0.0001")
SORTS = {
    "relevance": ("RANK", "DESC"),
    "new": ("CREATED", "DESC"),
    "price": ("PRICE", "ASC"),
    "price-down": ("PRICE", "DESC"),
    "rating": ("RATING", "DESC"),
    "name": ("NAME", "ASC"),
}
SORT_NAMES = {
    "relevance": _("Best match"),
    "new": _("Newest"),
    "price": _("Lowest price"),
    "price-down": _("Highest price"),
    "rating": _("Best rated"),
    "name": _("Name"),
}
CRAFTS = ("FURNITURE", "LACQUER", "CERAMICS", "FOOTWEAR", "RUBBER", "MECHANICS", "FRUIT", "TEXTILE", "FOOD", "OTHER")
INPUTS = {
    "craft": "crafts",
    "category": "categories",
    "seller": "sellers",
    "material": "materials",
    "origin": "origins",
    "certificate": "certificates",
    "price": "priceRanges",
    "lead_time": "leadTimes",
    "moq": "minimumOrders",
    "rating": "ratings",
}
"""The facets of the address and what ``ProductFilterInput`` calls them."""
RANGES = ("price", "lead_time", "moq", "rating")
ATTRIBUTE = "attribute:"
MOST = 20


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

    def choices(self) -> Choices:
        """What is chosen, by facet; what is no choice of ours is passed over."""
        given = {name: self.request.GET.getlist(name)[:MOST] for name in INPUTS}
        names = [name for name in self.request.GET if name.startswith(ATTRIBUTE)][:MOST]
        given |= {name[:140]: self.request.GET.getlist(name)[:MOST] for name in names}
        found = {name: [value[:250].replace("\x00", "") for value in values if value] for name, values in given.items()}
        found["craft"] = [value for value in found["craft"] if value in CRAFTS]
        for name in RANGES:
            found[name] = [value for value in found[name] if RANGE.fullmatch(value)]
        return {name: values for name, values in found.items() if values}

    def filter(self) -> dict[str, Any]:
        """``ProductFilterInput`` from the address."""
        choices = self.choices()
        wanted: dict[str, Any] = {INPUTS[name]: values for name, values in choices.items() if name in INPUTS}
        attributes = [attribute_input(name, values) for name, values in choices.items() if name.startswith(ATTRIBUTE)]
        price = {bound: amount for bound in ("gte", "lte") if (amount := _amount(self.query(f"price_{bound}")))}
        wanted |= {"attributes": attributes, "price": price, "inStock": True if self.query("in_stock") else None}
        return {name: value for name, value in wanted.items() if value}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        choices = self.choices()
        facets = data["productSearch"]["facets"]
        return {
            "products": data["productSearch"],
            "q": self.query("q"),
            "sort": self.sort(),
            "sorts": SORT_NAMES,
            "facets": shown_facets(facets, choices),
            "choices": choices,
            "active": self.active(facets, choices),
            "price_gte": self.query("price_gte"),
            "price_lte": self.query("price_lte"),
            "in_stock": bool(self.query("in_stock")),
            "is_filtered": bool(self.filter()),
            "only": self._only_choice(facets, choices),
        }

    def active(self, facets: list[dict[str, Any]], choices: Choices) -> list[dict[str, str]]:
        """Each choice with the words it is known by and the address without it; no page cursor survives a change."""
        labels = {(facet["name"], value["value"]): value["label"] for facet in facets for value in facet["values"]}
        names = {facet["name"]: facet["label"] for facet in facets}
        found = []
        for name, values in choices.items():
            for value in values:
                label = labels.get((name, value)) or names.get(name) or _("Filter")
                found.append({"name": names.get(name, ""), "label": label, "href": self._without(name, value)})
        return found

    def _without(self, name: str, value: str) -> str:
        address = self.request.GET.copy()
        address.setlist(name, [each for each in address.getlist(name) if each != value])
        for cursor in ("after", "before"):
            address.pop(cursor, None)
        return f"{self.request.path}?{address.urlencode()}"

    def _only_choice(self, facets: list[dict[str, Any]], choices: Choices) -> str | None:
        """The name of the one craft, category or maker that is chosen: then it is what the page is about."""
        chosen = [(name, value) for name, values in choices.items() for value in values]
        if len(chosen) != 1 or chosen[0][0] not in {"craft", "category", "seller"}:
            return None
        labels = {(facet["name"], value["value"]): value["label"] for facet in facets for value in facet["values"]}
        return labels.get(chosen[0])


def attribute_input(name: str, values: list[str]) -> dict[str, Any]:
    """Picked values, or of a number everything from the lowest to the highest of the ranges chosen.

    A range ends below its high end; numbers of attributes have four decimals.
    """
    slug = name.removeprefix(ATTRIBUTE)
    ranges = [met for value in values if (met := RANGE.fullmatch(value))]
    if not ranges:
        return {"slug": slug, "values": values}
    ends = {"gte": [met[1] for met in ranges], "lte": [met[2] for met in ranges]}
    bounds: Mapping[str, Any] = {
        "gte": None if None in ends["gte"] else min(map(Decimal, ends["gte"])),
        "lte": None if None in ends["lte"] else max(map(Decimal, ends["lte"])) - LEAST_STEP,
    }
    return {"slug": slug, "valuesRange": {name: end for name, end in bounds.items() if end is not None}}


def _amount(text: str) -> str | None:
    met = AMOUNT.fullmatch(text.replace(",", "."))
    return met[0] if met else None
