"""What the history of listings does when something happens. Every reaction may be repeated."""

from collections.abc import Collection

from django.utils import timezone

from catalog.events import ProductChanged, ProductsChanged
from catalog.pricing.record_prices import record_prices
from catalog.products.history.record import record_snapshots
from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from marketplace.sellers.events import SellerEvent


def record_product(event: ProductChanged) -> None:
    _record([event.product_id])


def record_products(event: ProductsChanged) -> None:
    _record(event.product_ids)


def record_seller(event: SellerEvent) -> None:
    """Approval, suspension and a new name change what is shown of every product of the seller."""
    record_snapshots(
        list(Product.objects.filter(seller_id=event.seller_id).values_list("pk", flat=True)), at=timezone.now()
    )


def _record(product_ids: Collection[int]) -> None:
    """Prices too: a way in that forgot to write one down is caught here."""
    now = timezone.now()
    variants = ProductVariant.objects.filter(product_id__in=product_ids).values_list("pk", flat=True)
    record_prices(list(variants), at=now)
    record_snapshots(product_ids, at=now)
