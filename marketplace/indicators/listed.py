"""What is on sale today, by the trade of its seller: products and the sellers who have them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F

from catalog.models import Product


@dataclass(frozen=True, slots=True)
class Listed:
    craft: str
    products: int
    sellers: int


def listed_by_craft() -> list[Listed]:
    """Products that the public sees in at least one open market; one statement."""
    rows = Product.objects.published_anywhere().order_by().values(craft=F("seller__craft"))
    found = rows.annotate(products=Count("pk"), sellers=Count("seller", distinct=True)).order_by("craft")
    return [Listed(row["craft"], row["products"], row["sellers"]) for row in found]
