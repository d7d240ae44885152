"""What a buyer may mean who has typed a few letters."""

from datetime import datetime

from catalog.products.category import Category
from catalog.products.product import Product
from catalog.search.request import SearchRequest
from catalog.search.search_products import search_products
from i18n.text import fold
from i18n.translate import localize

MOST = 8
SHORTEST = 2


def suggest(*, channel: str, prefix: str, language: str, now: datetime) -> list[str]:
    """Up to eight names of visible products in the buyer's language, categories that begin alike first."""
    prefix = prefix.strip()[:100]
    if len(prefix) < SHORTEST and prefix.isascii():
        return []
    page = search_products(SearchRequest(channel=channel, now=now, text=prefix, language=language, limit=MOST))
    by_id = Product.objects.in_bulk(page.ids)
    products = [by_id[product_id] for product_id in page.ids if product_id in by_id]
    names = _category_names(products, prefix, language) + _names("catalog.Product", products, language)
    return list(dict.fromkeys(names))[:MOST]


def _category_names(products: list[Product], prefix: str, language: str) -> list[str]:
    """Only categories that something was found in: a suggestion never leads to an empty page."""
    ids = {product.category_id for product in products if product.category_id}
    names = _names("catalog.Category", list(Category.objects.filter(pk__in=ids)), language)
    return [name for name in names if fold(name).startswith(fold(prefix))]


def _names(subject: str, rows: list[Product] | list[Category], language: str) -> list[str]:
    texts = localize(
        subject=subject,
        rows=rows,
        fields=["name"],
        language=language,
        source_language=lambda row: getattr(row, "source_language", "en"),
    )
    return [text["name"].text for text in texts if text["name"]]
