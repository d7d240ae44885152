"""What several fields of products and variants need, read once per level and kept on the rows.

``variants``, ``pricing``, ``weight``, ``isAvailable`` and ``defaultVariant`` of fifty products together cost one query
for the variants, two for their prices and two for their stock.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from catalog.graphql.in_channel import channel_of, put_in_channel
from catalog.models import Product, ProductVariant
from catalog.pricing.price import VariantPrice, prices_for
from catalog.stock.available import available
from marketplace.channels.models import Channel
from marketplace.written_once import WrittenOnce

_VARIANTS, _PRICE, _AVAILABLE = "api_variants", "api_price", "api_available"
_PRODUCT: Any = ProductVariant._meta.get_field("product")


def variants_of(products: Sequence[Product]) -> list[list[ProductVariant]]:
    """Each product's variants in their order, in its channel. Rows of one product in one channel share them."""
    waiting: dict[tuple[int, int | None], list[Product]] = defaultdict(list)
    for product in products:
        if not hasattr(product, _VARIANTS):
            waiting[product.id, _key(channel_of(product))].append(product)
    if waiting:
        found, dealt = _current(pk for pk, _channel in waiting), set[int]()
        for (pk, _channel), same in waiting.items():
            variants = [copy(variant) for variant in found[pk]] if pk in dealt else found[pk]
            dealt.add(pk)
            for variant in put_in_channel(variants, channel_of(same[0])):
                _PRODUCT.set_cached_value(variant, same[0])
            for product in same:
                setattr(product, _VARIANTS, variants)
    return [getattr(product, _VARIANTS) for product in products]


_CURRENT = WrittenOnce(
    lambda products: ProductVariant.objects.current().filter(product_id__in=products).order_by("sort_order", "pk")
)


def _current(product_ids: Iterable[int]) -> dict[int, list[ProductVariant]]:
    found: dict[int, list[ProductVariant]] = defaultdict(list)
    for variant in _CURRENT(products=set(product_ids)):
        found[variant.product_id].append(variant)
    return found


def prices_of(variants: Sequence[ProductVariant], now: datetime) -> list[VariantPrice | None]:
    """Each variant's price for one piece in its channel; ``None`` where it isn't sold."""

    def read(channel: Channel | None, rows: list[ProductVariant]) -> dict[int, Any]:
        return {} if channel is None else dict(prices_for(variants=rows, channel=channel, at=now))

    return _kept(variants, _PRICE, read)


def available_of(variants: Sequence[ProductVariant], now: datetime) -> list[int]:
    """Each variant's free pieces."""
    return _kept(variants, _AVAILABLE, lambda _channel, rows: available((row.id for row in rows), now=now))


def _kept(
    variants: Sequence[ProductVariant],
    name: str,
    read: Callable[[Channel | None, list[ProductVariant]], dict[int, Any]],
) -> list[Any]:
    waiting: dict[int | None, list[ProductVariant]] = defaultdict(list)
    for variant in variants:
        if not hasattr(variant, name):
            waiting[_key(channel_of(variant))].append(variant)
    for rows in waiting.values():
        found = read(channel_of(rows[0]), rows)
        for variant in rows:
            setattr(variant, name, found.get(variant.id))
    return [getattr(variant, name) for variant in variants]


def _key(channel: Channel | None) -> int | None:
    """To group by: a row's own hash takes Django as long as all else that is done for it here."""
    return None if channel is None else channel.id
