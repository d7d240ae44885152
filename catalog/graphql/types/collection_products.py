"""``Collection.products``: the pages of all collections of a level in two queries, in the order they were put in."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.in_channel import channel_named
from catalog.graphql.product_filter import filter_of_where, request_of
from catalog.graphql.structure_access import may_manage
from catalog.graphql.types.product_connection import ProductPage
from catalog.models import Collection, CollectionProduct, Product
from catalog.products.product import ProductQuerySet
from catalog.search.filters import filtered
from catalog.search.in_database import ordered, with_subcategories
from catalog.search.match_names import named
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import InputError, batch, page_window
from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.graphql.connections.window import read_slice


def _resolve(
    collections: Sequence[Collection],
    info: Any,
    channel: str | None = None,
    filter: Any = None,
    sort_by: Any = None,
    where: Any = None,
    **paging: Any,
) -> list[Any]:
    channel = channel or getattr(collections[0], "api_channel_slug", None)
    market = channel_named(info, channel)
    shown = _visible(info, market) if market or not channel else Product.objects.none()
    if filter or sort_by or where:
        return [
            _chosen(collections, info, shown, market, {**(filter or {}), **filter_of_where(where)}, sort_by, paging)
        ]
    window = page_window(**paging)
    places = CollectionProduct.objects.filter(collection_id__in=[row.pk for row in collections], product__in=shown)
    found: dict[int, list[int]] = {row.pk: [] for row in collections}
    for collection, product in places.order_by("sort_order", "pk").values_list("collection_id", "product_id"):
        found[collection].append(product)
    end = window.offset + window.limit
    rows = Product.objects.in_bulk({key for keys in found.values() for key in keys[window.offset : end]})
    return [
        ProductPage(
            items=[rows[key] for key in keys[window.offset : end]],
            total=len(keys),
            offset=window.offset,
            channel=market,
        )
        for keys in found.values()
    ]


def _chosen(
    collections: Sequence[Collection],
    info: Any,
    shown: ProductQuerySet,
    market: Channel | None,
    wanted: Any,
    sort_by: Any,
    paging: Any,
) -> ProductPage:
    """The page of one collection that is narrowed down or ordered; of several at once it would be a query each."""
    if len(collections) > 1:
        raise InputError(_("Products can be filtered and sorted in one collection at a time."), field="filter")
    inside = CollectionProduct.objects.filter(collection=collections[0]).values("product_id")
    order = sort_by or {"field": "NAME", "direction": "ASC"}
    request = with_subcategories(request_of(info, market, wanted, wanted.get("search") or "", order))
    products = filtered(shown.filter(pk__in=inside), request)
    if request.text:
        products = named(products, request.text, or_sku=True)
    return ProductPage(keyset=KeysetPage(ordered(products, request, market), read_slice(**paging)), channel=market)


def _visible(info: Any, market: Channel | None) -> Any:
    if market is not None:
        return Product.objects.published_in(market, at=info.context.now)
    return Product.objects.current() if may_manage(info) else Product.objects.none()


products_of_collections = batch(_resolve)
