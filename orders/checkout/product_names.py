"""What products are called in the buyer's language and, for customs, in English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.models import Product
from i18n.translate import localize


@dataclass(frozen=True, slots=True)
class ProductNames:
    """By product id."""

    in_buyers_language: Mapping[int, str]
    """The nearest there is in the language's fallback chain; never empty."""
    in_english: Mapping[int, str]
    """Empty text where nobody wrote one."""


def product_names(products: Sequence[Product], *, language: str) -> ProductNames:
    return ProductNames(names_in(language, products), names_in("en", products, exactly=True))


def names_in(language: str, products: Sequence[Product], *, exactly: bool = False) -> dict[int, str]:
    """By product id, along the language's fallback chain; ``exactly``: in this language or empty."""
    found = localize(
        subject="catalog.Product",
        rows=products,
        fields=["name"],
        language=language,
        source_language=lambda product: product.source_language,
    )
    names = {}
    for product, texts in zip(products, found, strict=True):
        text = texts["name"]
        usable = text is not None and not (exactly and text.language != language)
        names[product.pk] = text.text if text is not None and usable else ("" if exactly else product.name)
    return names
