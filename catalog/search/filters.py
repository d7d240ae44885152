"""A request's filters in the database: for lists without a text, and for when the index is out of reach."""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet

from catalog.products.listing import VariantChannelListing
from catalog.products.product import ProductQuerySet
from catalog.search.request import SearchRequest
from catalog.stock.stock import Stock

_PLAIN: Mapping[str, Callable[[Any], Q]] = {
    "product_ids": lambda ids: Q(pk__in=ids),
    "categories": lambda ids: Q(category_id__in=ids),
    "sellers": lambda ids: Q(seller_id__in=ids),
    "crafts": lambda crafts: Q(seller__craft__in=crafts),
    "hs_codes": lambda codes: reduce(or_, (Q(hs_code__startswith=code) for code in codes), Q(pk__in=[])),
}


def filtered(products: ProductQuerySet, request: SearchRequest) -> ProductQuerySet:
    """``categories`` must already have everything below them."""
    for name, condition in _PLAIN.items():
        values = getattr(request, name)
        if values is not None:
            products = products.filter(condition(list(values)))
    if request.price_gte is not None or request.price_lte is not None:
        products = products.filter(pk__in=_priced(request))
    if request.in_stock is not None:
        products = products.filter(pk__in=_stocked()) if request.in_stock else products.exclude(pk__in=_stocked())
    return products


def _priced(request: SearchRequest) -> QuerySet[Any, Any]:
    """Products with a price in the range, looked up once: a condition per product would scan the range for each."""
    prices = VariantChannelListing.objects.filter(variant__archived_at__isnull=True, channel__slug=request.channel)
    if request.price_gte is not None:
        prices = prices.filter(price_amount__gte=request.price_gte)
    if request.price_lte is not None:
        prices = prices.filter(price_amount__lte=request.price_lte)
    return prices.order_by().values("variant__product_id")


def _stocked() -> QuerySet[Any, Any]:
    stocks = Stock.objects.filter(variant__archived_at__isnull=True, quantity__gt=F("quantity_allocated"))
    return stocks.order_by().values("variant__product_id")
