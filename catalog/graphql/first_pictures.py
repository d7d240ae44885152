"""The picture that stands for a product, and its words: read once, however many sizes and formats are asked for."""

from collections.abc import Sequence

from catalog.graphql.types.media import alts
from catalog.models import Product, ProductMedia
from marketplace.keyed_rows import keyed_rows

_PICTURE = "api_picture"
First = tuple[ProductMedia | None, str]


def first_pictures(products: Sequence[Product], language: str) -> list[First]:
    """Each product's first picture with its alternative text in the language; kept on the rows."""
    waiting = [product for product in products if not hasattr(product, _PICTURE)]
    if waiting:
        found = _found(waiting, language)
        for product in waiting:
            setattr(product, _PICTURE, found.get(product.pk, (None, "")))
    return [getattr(product, _PICTURE) for product in products]


def _found(products: Sequence[Product], language: str) -> dict[int, First]:
    owners = {product.pk: product for product in products}
    first: dict[int, ProductMedia] = {}
    for row in keyed_rows(ProductMedia, {"product_id": owners}, order=("-sort_order", "-pk")):
        first[row.product_id] = row
    for row in first.values():
        row.product = owners[row.product_id]
    texts = alts(list(first.values()), language)
    return {pk: (row, text) for (pk, row), text in zip(first.items(), texts, strict=True)}
