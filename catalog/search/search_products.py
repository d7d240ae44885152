"""Find products by words.

**What decides the order** (disclosed as Decree 248/2026/NĐ-CP, article 11, asks; nobody can pay for a place):

1. every word typed has to be in the product's texts, in any of the marketplace's languages;
2. a word in the product's name counts three times as much as in its description, one in its material, category or
   seller's name twice as much; rarer words count more than common ones (BM25);
3. words that stand together in the name count more, and so do words typed with exactly the name's Vietnamese marks;
4. only if nothing is found, the last word may be unfinished, then words may have a typing mistake.

The buyer may choose to order by price, name or date instead. Sales, clicks and the seller's size play no part.

The engine only proposes: whatever it returns is checked against the database, so that a product which was hidden a
moment ago is never shown. Without its index, names are matched in the database and the page says ``degraded``.
"""

import logging
from dataclasses import replace

from catalog.products.category_tree import with_descendants
from catalog.products.product import Product
from catalog.search.backends.base import SearchUnavailable, backend
from catalog.search.filters import filtered
from catalog.search.match_names import named
from catalog.search.request import SearchPage, SearchRequest, Sort
from marketplace.channels.models import Channel

LONGEST_TEXT = 200
DEEPEST = 10_000
_ORDERS = {"PRICE": "pk", "NAME": "name", "CREATED": "created_at", "LAST_MODIFIED": "updated_at", "RANK": "pk"}
logger = logging.getLogger(__name__)


def search_products(request: SearchRequest) -> SearchPage:
    """A page of products that the public may see in the channel; never raises for the lack of an index."""
    request = replace(request, text=request.text.strip()[:LONGEST_TEXT])
    try:
        page = _ranked(request)
    except SearchUnavailable as unavailable:
        logger.warning("search is degraded: %s", unavailable, exc_info=unavailable.__cause__)
        return _by_name(_with_subcategories(request))
    channel = Channel.objects.get(slug=request.channel)
    visible = set(
        Product.objects.published_in(channel, at=request.now).filter(pk__in=page.ids).values_list("pk", flat=True)
    )
    return replace(page, ids=[product_id for product_id in page.ids if product_id in visible])


def _ranked(request: SearchRequest) -> SearchPage:
    """The engine's page. It has no order by name, so the database orders up to 10,000 hits."""
    if request.sort is not Sort.NAME:
        return backend().search(request)
    page = backend().search(replace(request, sort=Sort.RANK, offset=0, limit=DEEPEST))
    order = "-name" if request.descending else "name"
    named = Product.objects.filter(pk__in=page.ids).order_by(order, "pk").values_list("pk", flat=True)
    return replace(page, ids=list(named[request.offset : request.offset + request.limit]))


def _by_name(request: SearchRequest) -> SearchPage:
    channel = Channel.objects.get(slug=request.channel)
    products = filtered(Product.objects.published_in(channel, at=request.now), request)
    products = named(products, request.text)
    order = _ORDERS[request.sort]
    found = products.order_by(f"-{order}" if request.descending else order, "pk").values_list("pk", flat=True)
    ids = list(found[request.offset : request.offset + request.limit])
    return SearchPage(ids, products.count(), degraded=True)


def _with_subcategories(request: SearchRequest) -> SearchRequest:
    """The index knows every category above a product; the database has to be told those below."""
    if request.categories is None:
        return request
    return replace(request, categories=sorted(with_descendants(request.categories)))
