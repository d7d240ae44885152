"""Search without an index: names, article numbers and codes in the database, in the same orders, without facets."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery

from catalog.pricing.current_amount import current_amount
from catalog.products.category_tree import with_descendants
from catalog.products.listing import VariantChannelListing
from catalog.products.product import Product, ProductQuerySet
from catalog.search.codes import gtin_key, hs_key, may_be_code
from catalog.search.filters import filtered, with_code
from catalog.search.match_names import named
from catalog.search.request import BadPlace, Hit, SearchPage, SearchRequest, Sort
from marketplace.channels.models import Channel

IN_DATABASE = "database"
"""Begins the places of these pages."""
_COLUMNS = {Sort.NAME: "name", Sort.CREATED: "created_at", Sort.LAST_MODIFIED: "updated_at"}


def search_in_database(request: SearchRequest) -> SearchPage:
    """The products whose name, in any language, has all the words, or that have the code.

    A page after a place continues behind the place's product, or if that is gone, as many products on as stood before
    it. Raises `BadPlace`.
    """
    channel = Channel.objects.filter(slug=request.channel).first()
    if channel is None:
        return SearchPage(degraded=True)
    products = filtered(Product.objects.published_in(channel, at=request.now), with_subcategories(request))
    if request.text:
        products = _with_text(products, request.text)
    ids = list(ordered(products, request, channel).values_list("pk", flat=True))
    start, end = _window(request, ids)
    hits = tuple(Hit(ids[place], (IN_DATABASE, place, ids[place])) for place in range(start, end))
    more = start > 0 if request.before is not None else end < len(ids)
    return SearchPage(hits, len(ids), more, degraded=True)


def with_subcategories(request: SearchRequest) -> SearchRequest:
    """The index knows every category above a product; the database has to be told those below."""
    if request.categories is None:
        return request
    return replace(request, categories=sorted(with_descendants(request.categories)))


def ordered(products: ProductQuerySet, request: SearchRequest, channel: Channel | None) -> QuerySet[Product]:
    """Newest first unless something else is asked for; products without a price or a rating stand last."""
    down = request.descending
    if request.sort is Sort.PRICE and channel is not None:
        own = VariantChannelListing.objects.filter(
            channel=channel, variant__product=OuterRef("pk"), variant__archived_at__isnull=True
        )
        now = Min(current_amount(request.now))
        cheapest = own.order_by().values("variant__product").annotate(least=now).values("least")
        price = F("cheapest")
        order = price.desc(nulls_last=True) if down else price.asc(nulls_last=True)
        return products.annotate(cheapest=Subquery(cheapest)).order_by(order, "pk")
    if request.sort is Sort.RATING:
        rating = F("rating")
        return products.order_by(rating.desc(nulls_last=True) if down else rating.asc(nulls_last=True), "pk")
    column = _COLUMNS.get(request.sort)
    if column is None:
        return products.order_by("-created_at", "-pk")
    return products.order_by(f"-{column}" if down else column, "pk")


def _with_text(products: ProductQuerySet, text: str) -> ProductQuerySet:
    found = named(products, text)
    if not may_be_code(text):
        return found
    codes = with_code(skus=[text], gtins=[text] if gtin_key(text) else [])
    tariff = Q(hs_code__startswith=hs_key(text)) if len(hs_key(text)) >= 4 else Q(pk__in=[])
    return products.filter(Q(pk__in=found.order_by().values("pk")) | Q(pk__in=codes) | tariff)


def _window(request: SearchRequest, ids: Sequence[int]) -> tuple[int, int]:
    if request.before is not None:
        end = _position(request.before, ids)
        return max(0, end - request.limit), end
    start = 0 if request.after is None else _position(request.after, ids)
    if request.after is not None and start < len(ids) and ids[start] == request.after[-1]:
        start += 1
    return start, min(start + request.limit, len(ids))


def _position(place: tuple[object, ...], ids: Sequence[int]) -> int:
    """Where the place's product stands now; else where it stood; else, from another engine's place, the beginning."""
    product_id = place[-1] if place else None
    if not isinstance(product_id, int):
        raise BadPlace
    if product_id in ids:
        return ids.index(product_id)
    stood = place[1] if place[0] == IN_DATABASE and len(place) == 3 else 0
    if not isinstance(stood, int) or stood < 0:
        raise BadPlace
    return min(stood, len(ids))
