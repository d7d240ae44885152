"""The takedowns that concern products."""

from collections.abc import Sequence

from django.db.models import Q

from catalog.products.product import Product
from catalog.products.takedown.takedown import Takedown


def takedowns_of(products: Sequence[Product]) -> list[list[Takedown]]:
    """Of each product and of everything of its seller, newest first, lifted ones too; one query."""
    ids, sellers = {product.pk for product in products}, {product.seller_id for product in products}
    meant = Q(product__in=ids) | Q(product__isnull=True, seller__in=sellers)
    rows = list(Takedown.objects.filter(meant).order_by("-recorded_at", "-pk"))
    return [
        [
            row
            for row in rows
            if row.product_id == product.pk or (row.product_id is None and row.seller_id == product.seller_id)
        ]
        for product in products
    ]
