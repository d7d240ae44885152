"""What a conversation is about, as a value."""

from dataclasses import dataclass

from catalog.models import Product
from marketplace.sellers.models import Seller
from orders.lifecycle.seller_order import SellerOrder
from orders.quotes.quote import Quote


@dataclass(frozen=True, slots=True)
class Subject:
    """A product, a quote, a part of an order, or the seller in general; the caller's right to it was checked."""

    seller: Seller
    product: Product | None = None
    quote: Quote | None = None
    seller_order: SellerOrder | None = None
