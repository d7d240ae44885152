"""The goods that a request names, looked up once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from catalog.models import Product, ProductVariant
from marketplace.channels.models import Channel
from orders.checkout.product_names import names_in

if TYPE_CHECKING:
    from orders.quotes.request_quote import RequestedLine


@dataclass(frozen=True, slots=True)
class RequestedGoods:
    products: Mapping[int, Product]
    variants: Mapping[int, ProductVariant]
    names: Mapping[int, str]
    """Of the products, in the buyer's language."""

    def product_of(self, line: "RequestedLine") -> Product | None:
        if line.variant_id is not None:
            variant = self.variants.get(line.variant_id)
            return self.products.get(variant.product_id) if variant else None
        return self.products.get(line.product_id) if line.product_id is not None else None

    def name_of(self, line: "RequestedLine") -> str:
        product = self.product_of(line)
        if product is None:
            return ""
        variant = self.variants.get(line.variant_id) if line.variant_id is not None else None
        name = self.names[product.pk]
        return f"{name} · {variant.name}" if variant and variant.name else name


def requested_goods(
    lines: Iterable["RequestedLine"], *, channel: Channel, language: str, now: datetime
) -> RequestedGoods:
    """What the public sees in the market: nobody learns through a request what isn't shown there."""
    named = list(lines)
    published = Product.objects.published_in(channel, at=now)
    ids = {line.variant_id for line in named if line.variant_id is not None}
    variants = {
        row.pk: row for row in ProductVariant.objects.current().filter(pk__in=ids, product__in=published)
    }  # fmt: skip
    wanted = {row.product_id for row in variants.values()} | {line.product_id for line in named if line.product_id}
    products = {row.pk: row for row in published.filter(pk__in=wanted)}
    return RequestedGoods(products, variants, names_in(language, list(products.values())) if products else {})
