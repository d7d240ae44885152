"""Which goods a voucher concerns."""

from collections.abc import Collection

from catalog.models import CollectionProduct, Product, ProductVariant
from catalog.products.category_tree import with_descendants
from orders.vouchers.voucher import Voucher, VoucherType


def concerned_variants(voucher: Voucher, variants: Collection[ProductVariant]) -> set[int]:
    """The ids of those it may lower: of its seller, and, where it names products, of those alone."""
    own = [each for each in variants if voucher.seller_id in (None, each.seller_id)]
    if voucher.type != VoucherType.SPECIFIC_PRODUCT:
        return {each.pk for each in own}
    named = _named_products(voucher, {each.product_id for each in own})
    return {each.pk for each in own if each.product_id in named}


def _named_products(voucher: Voucher, product_ids: set[int]) -> set[int]:
    collections = voucher.collections.values("pk")
    categories = with_descendants(voucher.categories.values_list("pk", flat=True))
    return {
        *voucher.products.filter(pk__in=product_ids).values_list("pk", flat=True),
        *CollectionProduct.objects.filter(collection__in=collections, product__in=product_ids).values_list(
            "product_id", flat=True
        ),
        *Product.objects.filter(pk__in=product_ids, category_id__in=categories).values_list("pk", flat=True),
    }
