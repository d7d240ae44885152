"""The list of products: by words from the index, otherwise from the database."""

from dataclasses import replace
from typing import Any

from catalog.graphql.access import reviewable_products, visible_products
from catalog.graphql.in_channel import channel_named
from catalog.graphql.place_cursor import place_of
from catalog.graphql.product_filter import request_of
from catalog.graphql.shown_products import shown_page
from catalog.graphql.types.product_connection import ProductPage, SearchedPage
from catalog.models import Product
from catalog.products.product import ProductQuerySet
from catalog.search.filters import filtered
from catalog.search.in_database import ordered, with_subcategories
from catalog.search.match_names import named
from catalog.search.request import SearchRequest
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.graphql.connections.window import BadPagination, read_slice


def list_products(
    info: Any, *, channel: str | None, wanted: Any, search: str | None, sort_by: Any, paging: dict[str, Any]
) -> ProductPage:
    """A page of products. With a channel: what the public sees there, whoever asks.

    Without one, or with ``approval`` in the filter: everything the caller may see, found by name or SKU.
    """
    market = channel_named(info, channel)
    if channel is not None and market is None:
        return ProductPage(items=[], total=0)
    request = request_of(info, market, wanted, search or wanted.get("search") or "", sort_by)
    if market is None or wanted.get("approval") is not None:
        return _managed(info, request, market, wanted.get("approval"), paging)
    if request.text:
        return searched(request, market, paging)
    written = shown_page(request, market, read_slice(**paging))
    if written is not None:
        return ProductPage(keyset=written, channel=market, request=request)
    products = filtered(Product.objects.published_in(market, at=request.now), with_subcategories(request))
    return ProductPage(keyset=_cut(products, request, market, paging), channel=market, request=request)


def searched(request: SearchRequest, market: Channel, paging: dict[str, Any]) -> SearchedPage:
    """A page of what the index finds, read when it is needed."""
    asked = read_slice(**paging)
    if asked.backward and asked.before is None:
        raise BadPagination(_("In this list, last needs before."))
    after, before = place_of(asked.after), place_of(asked.before)
    if not asked.backward and before is not None:
        raise BadPagination(_("In this list, before needs last."))
    request = replace(request, limit=asked.size, after=None if asked.backward else after, before=before)
    return SearchedPage(request=request, channel=market)


def _managed(
    info: Any, request: SearchRequest, market: Channel | None, approval: Any, paging: dict[str, Any]
) -> ProductPage:
    products = visible_products(info)
    if approval is not None:
        products = reviewable_products(info).filter(approval=str(approval))
    products = filtered(products, with_subcategories(request))
    if request.text:
        products = named(products, request.text, or_sku=True)
    return ProductPage(keyset=_cut(products, request, market, paging), channel=market)


def _cut(
    products: ProductQuerySet, request: SearchRequest, market: Channel | None, paging: dict[str, Any]
) -> KeysetPage:
    return KeysetPage(ordered(products, request, market), read_slice(**paging))
