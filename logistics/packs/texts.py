"""Texts of the goods in the reader's language, each with the language it really is in."""

from __future__ import annotations

from catalog.products.category import SUBJECT as CATEGORY
from catalog.products.category import Category
from catalog.products.product import Product
from catalog.products.translate import SUBJECT as PRODUCT
from i18n.translate import LocalizedText, localize


def product_texts(product: Product, language: str) -> dict[str, LocalizedText | None]:
    """``name``, ``material`` and ``warnings``; one query."""
    (found,) = localize(
        subject=PRODUCT,
        rows=[product],
        fields=["name", "material", "warnings"],
        language=language,
        source_language=lambda row: row.source_language,
    )
    return found


def category_name(category: Category | None, language: str) -> str | None:
    if category is None:
        return None
    (found,) = localize(
        subject=CATEGORY, rows=[category], fields=["name"], language=language, source_language=lambda _row: "en"
    )
    text = found["name"]
    return text.text if text else category.name


def told(text: LocalizedText | None) -> dict[str, str] | None:
    """As packs write it in JSON: never a text without its language."""
    return {"text": text.text, "language": text.language} if text else None
