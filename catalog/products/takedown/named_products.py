"""What a takedown hides."""

from collections import defaultdict
from collections.abc import Sequence

from catalog.products.product import Product
from catalog.products.takedown.takedown import Takedown


def named_products(takedown: Takedown) -> list[int]:
    """The ids of its product, or of all products of its seller."""
    return named_by_each([takedown])[0]


def named_by_each(takedowns: Sequence[Takedown]) -> list[list[int]]:
    """The same for several."""
    whole = {takedown.seller_id for takedown in takedowns if takedown.product_id is None}
    of_seller: dict[int, list[int]] = defaultdict(list)
    if whole:
        rows = Product.objects.current().filter(seller__in=whole).order_by("pk")
        for seller_id, product_id in rows.values_list("seller_id", "pk"):
            of_seller[seller_id].append(product_id)
    return [
        of_seller[takedown.seller_id] if takedown.product_id is None else [takedown.product_id]
        for takedown in takedowns
    ]
