"""What every verb does last: count the change up and tell the world."""

from django.db.models import F
from django.utils import timezone

from catalog.events import ProductChanged
from catalog.products.product import Product
from marketplace.events.publish import publish


def product_changed(product_id: int) -> None:
    """Bump the product's version and publish `ProductChanged`; call it inside the transaction of the change."""
    Product.objects.filter(pk=product_id).update(search_version=F("search_version") + 1, updated_at=timezone.now())
    publish(ProductChanged(product_id=product_id))
