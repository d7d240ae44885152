"""Create, change and remove variants."""

from typing import Unpack

from django.db import transaction
from django.utils import timezone

from catalog.products.changed import product_changed
from catalog.products.fields import VariantFields, checked_variant
from catalog.products.product import Product
from catalog.products.publish import hold_gates, standing_gaps
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_VARIANTS = 100


def create_variant(*, product: Product, **fields: Unpack[VariantFields]) -> ProductVariant:
    """Add a variant with an SKU that the seller uses nowhere else. Raises `Refused`."""
    clean = checked_variant(fields)
    if not clean.get("sku"):
        raise Refused(Problem("sku", "REQUIRED", _("A variant needs an SKU.")))
    with transaction.atomic():
        _refuse_used_sku(product.seller_id, clean["sku"])
        if product.variants.filter(archived_at__isnull=True).count() >= MOST_VARIANTS:
            message = _("A product has at most %(most)s variants.")
            raise Refused(Problem("product", "INVALID", message, {"most": MOST_VARIANTS}))
        variant = ProductVariant.objects.create(product=product, seller_id=product.seller_id, **clean)
        product_changed(product.pk)
    return variant


def update_variant(*, variant: ProductVariant, **fields: Unpack[VariantFields]) -> ProductVariant:
    """Change the fields given. Raises `Refused`."""
    clean = checked_variant(fields, current=variant)
    with transaction.atomic():
        if "sku" in clean and clean["sku"] != variant.sku:
            _refuse_used_sku(variant.seller_id, clean["sku"])
        for name, value in clean.items():
            setattr(variant, name, value)
        variant.save(update_fields=list(clean) or None)
        product_changed(variant.product_id)
    return variant


def delete_variant(*, variant: ProductVariant) -> None:
    """Stop selling the variant for good; orders keep its row. Refused while a market still needs its price."""
    with transaction.atomic():
        standing = standing_gaps(variant.product)
        ProductVariant.objects.filter(pk=variant.pk).update(archived_at=timezone.now())
        hold_gates(variant.product, standing)
        product_changed(variant.product_id)


def _refuse_used_sku(seller_id: int, sku: str) -> None:
    if ProductVariant.objects.current().filter(seller_id=seller_id, sku=sku).exists():
        raise Refused(Problem("sku", "UNIQUE", _("Another of your variants has the SKU %(sku)s."), {"sku": sku}))
