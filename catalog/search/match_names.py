"""Products whose name has all words of a text, by the database alone: for the seller's desk, and without an index."""

from django.db.models import Exists, OuterRef, Q

from catalog.products.product import ProductQuerySet
from catalog.products.variant import ProductVariant
from i18n.text import fold
from i18n.translation import Translation

MOST_WORDS = 12
MOST_TRANSLATED = 1000


def named(products: ProductQuerySet, text: str, *, or_sku: bool = False) -> ProductQuerySet:
    """Names in any language; ``or_sku`` also finds the text within an SKU.

    Words typed without marks are found in the product's address, which has none: ``ghe go`` finds ``Ghế gỗ``.
    """
    condition = Q()
    for word in text.split()[:MOST_WORDS]:
        rows = Translation.objects.filter(subject="catalog.Product", field="name", text__icontains=word)
        ids = [int(object_id) for object_id in rows.values_list("object_id", flat=True)[:MOST_TRANSLATED]]
        condition &= Q(name__icontains=word) | Q(slug__contains=fold(word)) | Q(pk__in=ids)
    if or_sku and text.strip():
        skus = ProductVariant.objects.current().filter(product=OuterRef("pk"), sku__icontains=text.strip())
        condition |= Q(Exists(skus))
    return products.filter(condition)
