"""What a takedown hides."""

from catalog.products.product import Product
from catalog.products.takedown.takedown import Takedown


def named_products(takedown: Takedown) -> list[int]:
    """The ids of its product, or of all products of its seller."""
    if takedown.product_id is not None:
        return [takedown.product_id]
    return list(Product.objects.current().filter(seller=takedown.seller_id).values_list("pk", flat=True))
