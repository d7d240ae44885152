"""What the public sees in a market, by statements that are written once: whole lists and single products."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from django.db.models import QuerySet

from catalog.models import Product
from catalog.search.in_database import ordered, with_subcategories
from catalog.search.request import SearchRequest, Sort
from marketplace.channels.models import Channel
from marketplace.graphql.connections.window import Slice
from marketplace.graphql.connections.written import WrittenList, WrittenPage
from marketplace.written_once import WrittenOnce

_BY_COLUMN = frozenset({Sort.RANK, Sort.CREATED, Sort.NAME, Sort.LAST_MODIFIED})
"""Orders by a column of the product itself that is never empty."""


def shown_page(request: SearchRequest, channel: Channel, asked: Slice) -> WrittenPage | None:
    """A page of the channel's products or of some categories of it; nothing if more than that is asked for."""
    plain = SearchRequest(
        channel=request.channel,
        now=request.now,
        language=request.language,
        categories=request.categories,
        sort=request.sort,
        descending=request.descending,
    )
    if request != plain or request.sort not in _BY_COLUMN:
        return None
    products = _listed(request.sort, request.descending)
    if request.categories is None:
        return products.page(asked, channel=channel.pk, now=request.now)
    below = with_subcategories(request).categories
    return products.page(asked, channel=channel.pk, now=request.now, categories=below) if below else None


@cache
def _listed(sort: Sort, descending: bool) -> WrittenList:
    def build(*, channel: int, now: datetime, categories: Iterable[int] | None = None) -> QuerySet[Product]:
        products = Product.objects.published_in(channel, at=now)
        if categories is not None:
            products = products.filter(category_id__in=categories)
        return ordered(products, SearchRequest(channel="", now=now, sort=sort, descending=descending), None)

    return WrittenList(build)


_BY_SLUG = WrittenOnce(lambda channel, now, slug: Product.objects.published_in(channel, at=now).filter(slug=slug))
_BY_KEY = WrittenOnce(lambda channel, now, pk: Product.objects.published_in(channel, at=now).filter(pk=pk))


def shown_product(channel: Channel, *, at: datetime, pk: int | None = None, slug: str | None = None) -> Product | None:
    """The product by its key or by its own slug, if the public sees it in the channel."""
    if slug is not None:
        return next(iter(_BY_SLUG(channel=channel.pk, now=at, slug=slug)), None)
    return None if pk is None else next(iter(_BY_KEY(channel=channel.pk, now=at, pk=pk)), None)
