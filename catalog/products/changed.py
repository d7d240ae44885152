"""What every verb does last: count the change up and tell the world."""

from collections.abc import Iterable

from django.db.models import F
from django.utils import timezone

from catalog.events import ProductChanged, ProductsChanged
from catalog.products.product import Product
from marketplace.events.publish import publish

BATCH = 500


def product_changed(product_id: int) -> None:
    """Bump the product's version and publish `ProductChanged`; call it inside the transaction of the change."""
    Product.objects.filter(pk=product_id).update(search_version=F("search_version") + 1, updated_at=timezone.now())
    publish(ProductChanged(product_id=product_id))


def products_changed(product_ids: Iterable[int]) -> None:
    """The same for many products: `ProductsChanged`, five hundred at a time. Nothing for none."""
    ids = sorted(set(product_ids))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        Product.objects.filter(pk__in=batch).update(search_version=F("search_version") + 1, updated_at=timezone.now())
        publish(ProductsChanged(product_ids=batch))
