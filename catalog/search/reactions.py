"""What the index does when something happens. Every reaction may be repeated."""

from catalog.events import ProductChanged, ProductsChanged, StockChanged
from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from catalog.search.index_products import index_products, is_behind
from marketplace.sellers.events import SellerEvent


def reindex_product(event: ProductChanged) -> None:
    """On `ProductChanged`, which every change, review and deletion of a product publishes.

    Ten changes within a second are ten events; the first brings the index to the latest version and the others find
    nothing to do.
    """
    if is_behind([event.product_id]):
        index_products([event.product_id])


def reindex_products(event: ProductsChanged) -> None:
    """On `ProductsChanged`, which a bulk import publishes."""
    if is_behind(event.product_ids):
        index_products(event.product_ids)


def reindex_stock(event: StockChanged) -> None:
    """On `StockChanged`: the product may have come into stock or run out."""
    product_id = ProductVariant.objects.filter(pk=event.variant_id).values_list("product_id", flat=True).first()
    if product_id is not None:
        index_products([product_id])


def reindex_seller(event: SellerEvent) -> None:
    """On `SellerApproved`, `SellerSuspended`, `SellerReinstated` and `SellerUpdated`: all of the seller's products."""
    index_products(list(Product.objects.filter(seller_id=event.seller_id).order_by("pk").values_list("pk", flat=True)))
