"""Change a product, or take it out of the catalogue."""

from typing import Unpack

from django.db import transaction
from django.utils import timezone

from catalog.products.changed import product_changed
from catalog.products.classification.record import record_hs_codes
from catalog.products.fields import ProductFields, checked_product
from catalog.products.listing import ProductChannelListing
from catalog.products.product import Product
from catalog.products.publish import hold_gates, standing_gaps
from catalog.products.review import REVIEWED_FIELDS, review_again
from marketplace.accounts.models import User


def update_product(*, product: Product, by: User | None, **fields: Unpack[ProductFields]) -> Product:
    """Change the fields given. The address stays, so that links keep working.

    An approved product whose texts change goes back into review (see `catalog.products.review`). A change that would
    leave a published product without something its market requires is refused. Raises `Refused`.
    """
    clean = checked_product(fields, current=product)
    changed = {name for name, value in clean.items() if getattr(product, name) != value}
    if not changed:
        return product
    with transaction.atomic():
        standing = standing_gaps(product)
        code = product.hs_code
        for name in changed:
            setattr(product, name, clean[name])  # type: ignore[literal-required]  # names come from the same mapping
        product.save(update_fields=[*changed, "updated_at"])
        hold_gates(product, standing)
        record_hs_codes({product.pk: (code, product.hs_code)}, by=by)
        if changed & REVIEWED_FIELDS:
            review_again(product=product, by=by)
        product_changed(product.pk)
    product.refresh_from_db()
    return product


def delete_product(*, product: Product) -> None:
    """Take the product and its variants out of the catalogue for good. Orders keep their rows; SKUs become free."""
    now = timezone.now()
    with transaction.atomic():
        Product.objects.filter(pk=product.pk, archived_at__isnull=True).update(archived_at=now)
        product.variants.filter(archived_at__isnull=True).update(archived_at=now)
        ProductChannelListing.objects.filter(product=product).update(is_published=False)
        product_changed(product.pk)
