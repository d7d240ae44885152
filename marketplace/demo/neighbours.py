"""What the demo's sellers want shown beside their products."""

from catalog.products.product import Product
from catalog.products.related.choose import Choice, choose_related
from marketplace.demo.world import read


def choose_neighbours(products: dict[str, Product]) -> None:
    """Every relation of the world."""
    for row in read("neighbours.toml")["related"]:
        choices = [Choice(products[key], row.get("both_ways", False)) for key in row["beside"]]
        choose_related(product=products[row["product"]], choices=choices)
