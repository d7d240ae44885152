"""``Category.products``: the pages of all categories of a level in four queries, however deep the tree below them.

1. The categories below each parent. 2. The number of products per category. 3. The newest products of each category, no
more than the page needs. 4. Per parent, those of its categories are merged and cut.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from catalog.graphql.in_channel import channel_named
from catalog.models import Category, Product
from catalog.products.category_tree import descendants
from catalog.search.request import Sort
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, batch, page_window, to_global_id

_NEWEST = ("-created_at", "-pk")


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
    counts = dict(shown.order_by().values_list("category_id").annotate(number=Count("pk")))
    place = Window(RowNumber(), partition_by=F("category_id"), order_by=[F("created_at").desc(), F("pk").desc()])
    newest = shown.annotate(place=place).filter(place__lte=window.offset + window.limit).order_by(*_NEWEST)
    rows = list(newest)
    pages = []
    for category in categories:
        own = [row for row in rows if row.category_id in inside[category.pk]]
        items = own[window.offset : window.offset + window.limit]
        total = sum(counts.get(each, 0) for each in inside[category.pk])
        pages.append(ProductPage(items=items, total=total, offset=window.offset, channel=market))
    return pages


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
