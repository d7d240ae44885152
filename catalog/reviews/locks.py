"""The lock of everything about a product's reviews is the product's row: its rating is counted under it."""

from catalog.products.product import Product


def lock_reviewed(product_id: int) -> Product:
    """The product as it is now, held until the transaction ends. Take it before changing a review of it."""
    return Product.objects.select_for_update().get(pk=product_id)
