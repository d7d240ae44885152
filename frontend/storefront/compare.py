"""Up to four products side by side. The address says which: ``?p=ghe-go&p=ban-an``; nothing else remembers them."""

from typing import Any

from frontend.page import Page, Variables
from frontend.storefront import recently_seen
from frontend.storefront.price_table import least_order, rows

MOST = 4
PLACES = ("a", "b", "c", "d")
OFFERED = 8


class Compare(Page):
    """What is not sold in this market is left out; a choice of others to add stands below."""

    indexed = False

    def slugs(self) -> list[str]:
        asked = [each.strip()[:160].replace("\x00", "") for each in self.request.GET.getlist("p")[:20]]
        return list(dict.fromkeys(each for each in asked if each))

    def variables(self) -> Variables:
        chosen = self.slugs()[:MOST]
        slugs = dict(zip(PLACES, [*chosen, *[""] * (MOST - len(chosen))], strict=True))
        has = {f"has{place.upper()}": bool(slug) for place, slug in slugs.items()}
        return {**super().variables(), **slugs, **has}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        products = [data[place] for place in PLACES if data.get(place)]
        chosen = [product["slug"] for product in products]
        return {
            "products": products,
            "chosen": chosen,
            "only_differences": bool(self.query("differences")),
            "too_many": len(self.slugs()) > MOST,
            "missing": len(self.slugs()[:MOST]) - len(products),
            "without": {slug: [other for other in chosen if other != slug] for slug in chosen},
            "offered": self._offered(products) if len(products) < MOST else [],
            "attributes": _side_by_side(products),
            "prices": {product["id"]: _prices(product) for product in products},
        }

    def _offered(self, products: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What could be put beside them: looked at lately, then of the same category."""
        others = [*recently_seen.products(self), *(near for product in products for near in product["similarProducts"])]
        shown = {product["id"] for product in products}
        unique = {product["id"]: product for product in others if product["id"] not in shown}
        return list(unique.values())[:OFFERED]


def _side_by_side(products: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every attribute that one of them answers, in the order they come, with each product's answer or ``None``."""
    answered = [
        {one["attribute"]["slug"]: one for one in product["attributes"] if one["values"]} for product in products
    ]
    names = {slug: one["attribute"]["localized"]["name"] for own in answered for slug, one in own.items()}
    return [{"name": name, "answers": [own.get(slug) for own in answered]} for slug, name in names.items()]


def _prices(product: dict[str, Any]) -> list[dict[str, Any]]:
    variant = product["defaultVariant"]
    return rows(variant, least_order(variant)) if variant else []
