"""``Category.products``: the pages of all categories of a level in a few queries, however deep the tree below them.

1. The categories below each parent. 2. The number of products per category, of many kept for a while. 3. The newest
products of each parent, no more than the page needs.
"""

from collections.abc import Sequence
from typing import Any, cast

from django.core.cache import cache
from django.db.models import Count, QuerySet

from catalog.graphql.in_channel import channel_named
from catalog.graphql.newest_of_each import newest_of_each
from catalog.models import Category, Product
from catalog.products.category_tree import descendants
from catalog.search.request import Sort
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, batch, page_window, to_global_id
from marketplace.graphql.connections.counted import FAR, KEPT, MANY, hashed


def _resolve(
    categories: Sequence[Category],
    info: Any,
    channel: str,
    filter: Any = None,
    sort_by: Any = None,
    where: Any = None,
    **paging: Any,
) -> list[Any]:
    from catalog.graphql.types.product_connection import ProductPage  # products name their category

    if filter or sort_by or where:
        return [_chosen(categories, info, channel, filter, sort_by, where, paging)]
    market = channel_named(info, channel)
    if market is None:
        return [ProductPage(items=[], total=0) for _category in categories]
    window = page_window(**paging)
    inside = descendants(category.pk for category in categories)
    everywhere = {each for found in inside.values() for each in found}
    shown = Product.objects.published_in(market, at=info.context.now).filter(category_id__in=everywhere)
    counts = _counts(shown, key=f"{market.pk}{sorted(everywhere)}")
    rows = newest_of_each(shown, [inside[category.pk] for category in categories], window)
    pages = []
    for category, items in zip(categories, rows, strict=True):
        total = sum(counts.get(each, 0) for each in inside[category.pk])
        pages.append(ProductPage(items=items, total=total, offset=window.offset, channel=market))
    return pages


def _counts(shown: QuerySet[Product], *, key: str) -> dict[int, int]:
    """By category. Of more than `MANY` products they are up to a minute old, and read by the rules of `counted`."""
    kept_as = f"category-counts:{hashed(key)}"
    kept = cast("dict[int, int] | None", cache.get(kept_as))
    if kept is not None and sum(kept.values()) > FAR * MANY:
        return kept
    if kept is not None and shown.order_by()[: MANY + 1].count() > MANY:
        return kept
    found = dict(shown.order_by().values_list("category_id").annotate(number=Count("pk")))
    if sum(found.values()) > MANY:
        cache.set(kept_as, found, KEPT)
    return found


def _chosen(
    categories: Sequence[Category], info: Any, channel: str, wanted: Any, sort_by: Any, where: Any, paging: Any
) -> Any:
    """The page of one category that is narrowed down or ordered; of several at once it would be a query each."""
    from catalog.graphql.product_filter import filter_of_where
    from catalog.graphql.products import list_products

    if len(categories) > 1:
        message = _("Products can be filtered and sorted in one category at a time.")
        raise InputError(message, field="filter")
    inside = {"categories": [to_global_id("Category", categories[0].pk)]}
    chosen = {**(wanted or {}), **filter_of_where(where), **inside}
    order = sort_by or {"field": Sort.CREATED, "direction": "DESC"}
    return list_products(
        info, channel=channel, wanted=chosen, search=chosen.get("search"), sort_by=order, paging=paging
    )


products_of_categories = batch(_resolve)
