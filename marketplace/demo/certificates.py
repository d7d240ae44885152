"""Certificates of the demo: in force, about to end, and one that has ended."""

from datetime import timedelta
from typing import Any

from catalog.products.certificates.keep import add_certificate
from catalog.products.product import Product
from i18n.today import today_here
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read


def certify(sellers: dict[str, SettledSeller], products: dict[str, Product]) -> int:
    """Add every certificate; returns how many there are."""
    rows = read("certificates.toml")["certificates"]
    for row in rows:
        _add(row, sellers, products)
    return len(rows)


def _add(row: dict[str, Any], sellers: dict[str, SettledSeller], products: dict[str, Product]) -> None:
    today = today_here()
    ends = row.get("ends_in_days")
    add_certificate(
        seller=sellers[row["seller"]].seller,
        products=[products[key] for key in row.get("products", ())],
        scheme=row["scheme"],
        name=row.get("name", ""),
        issuer=row["issuer"],
        number=row["number"],
        valid_from=today - timedelta(days=row["since_days"]),
        valid_until=None if ends is None else today + timedelta(days=ends),
        covers_all_products=row.get("all", False),
    )
