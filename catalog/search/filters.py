"""A request's filters in the database: for lists without a text, and for when the index is out of reach."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Min, Q, QuerySet

from catalog.pricing.current_amount import on_sale
from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.certificates.certificate import Certificate
from catalog.products.listing import VariantChannelListing
from catalog.products.product import ProductQuerySet
from catalog.products.variant import ProductVariant
from catalog.search.codes import gtin_key, hs_key
from catalog.search.document import material_key
from catalog.search.request import AttributeFilter, Range, SearchRequest
from catalog.stock.stock import Stock

_Rows = QuerySet[Any, Any]
_PLAIN: Mapping[str, Callable[[Any], Q]] = {
    "product_ids": lambda ids: Q(pk__in=ids),
    "categories": lambda ids: Q(category_id__in=ids),
    "sellers": lambda ids: Q(seller_id__in=ids),
    "crafts": lambda crafts: Q(seller__craft__in=crafts),
    "materials": lambda keys: Q(material__in=[form for key in keys for form in _spellings(key)]),
    "origins": lambda codes: Q(origin_country__in=codes),
    "hs_codes": lambda codes: _any(Q(hs_code__startswith=found) for code in codes if (found := hs_key(code))),
    "skus": lambda skus: Q(pk__in=with_code(skus=skus)),
    "gtins": lambda gtins: Q(pk__in=with_code(gtins=gtins)),
    "ratings": lambda ranges: _within("rating", ranges),
    "lead_times": lambda ranges: Q(pk__in=_least("lead_time_days", ranges)),
    "moqs": lambda ranges: Q(pk__in=_least("moq", ranges)),
}


def filtered(products: ProductQuerySet, request: SearchRequest) -> ProductQuerySet:
    """``categories`` must already have everything below them."""
    for name, condition in _PLAIN.items():
        values = getattr(request, name)
        if values is not None:
            products = products.filter(condition(list(values)))
    if request.price_gte is not None or request.price_lte is not None:
        products = products.filter(
            _priced(request, lambda column: _between(request.price_gte, request.price_lte, column))
        )
    if request.price_ranges is not None:
        ranges = request.price_ranges
        products = products.filter(_priced(request, lambda column: _within(column, ranges)))
    if request.certificates is not None:
        products = _certified(products, request)
    for attribute in request.attributes or ():
        products = products.filter(_with_attribute(attribute))
    if request.in_stock is not None:
        products = products.filter(pk__in=_stocked()) if request.in_stock else products.exclude(pk__in=_stocked())
    return products


def with_code(*, skus: Sequence[str] = (), gtins: Sequence[str] = ()) -> _Rows:
    """Ids of products that have a variant of one of these codes, exactly but for case."""
    keys = [key for gtin in gtins if (key := gtin_key(gtin))]
    forms = {form for key in keys for form in (key, key.lstrip("0"), *(key[cut:] for cut in (1, 2, 6)))}
    condition = _any([Q(gtin__in=forms, gtin__gt="")] + [Q(sku__iexact=sku.strip()[:64]) for sku in skus])
    return ProductVariant.objects.current().filter(condition).order_by().values("product_id")


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=[]))


def _spellings(key: str) -> set[str]:
    key = material_key(key[:250])
    return {key, key[:1].lower() + key[1:]}


def _within(column: str, ranges: Iterable[Range]) -> Q:
    return _any(_between(each.low, each.high, column, "lt") & Q(**{f"{column}__isnull": False}) for each in ranges)


def _between(low: Decimal | None, high: Decimal | None, column: str = "price_amount", upper: str = "lte") -> Q:
    found = Q()
    if low is not None:
        found &= Q(**{f"{column}__gte": low})
    if high is not None:
        found &= Q(**{f"{column}__{upper}": high})
    return found


def _least(column: str, ranges: Iterable[Range]) -> _Rows:
    """Products whose smallest figure among their variants lies in one of the ranges."""
    least = ProductVariant.objects.current().order_by().values("product_id").annotate(least=Min(column))
    return least.filter(_within("least", ranges)).values("product_id")


def _priced(request: SearchRequest, condition: Callable[[str], Q]) -> Q:
    """Products with a price in the range now, looked up once: a condition per product would scan the range for each.

    Regular prices and the few of running sales are asked for apart, so that each question has an index.
    """
    rows = VariantChannelListing.objects.filter(variant__archived_at__isnull=True, channel__slug=request.channel)
    running = on_sale(request.now)
    regular = rows.filter(condition("price_amount")).exclude(running)
    reduced = rows.filter(running & condition("sale_amount"))
    return Q(pk__in=regular.order_by().values("variant__product_id")) | Q(
        pk__in=reduced.order_by().values("variant__product_id")
    )


def _stocked() -> _Rows:
    stocks = Stock.objects.filter(variant__archived_at__isnull=True, quantity__gt=F("quantity_allocated"))
    return stocks.order_by().values("variant__product_id")


def _certified(products: ProductQuerySet, request: SearchRequest) -> ProductQuerySet:
    valid = Certificate.objects.valid_on(request.now.date()).filter(scheme__in=list(request.certificates or ()))
    named = valid.filter(covers_all_products=False).order_by().values("products")
    makers = valid.filter(covers_all_products=True).order_by().values("seller_id")
    return products.filter(Q(pk__in=named.exclude(products=None)) | Q(seller_id__in=makers))


def _with_attribute(asked: AttributeFilter) -> Q:
    conditions = []
    if asked.values is not None:
        picked = [value for value in asked.values if value not in {"true", "false"}]
        yes_no = [value == "true" for value in asked.values if value in {"true", "false"}]
        conditions.append(Q(value__slug__in=picked) | Q(boolean__in=yes_no))
    if asked.gte is not None or asked.lte is not None:
        conditions.append(_between(asked.gte, asked.lte, "number"))
    found = Q()
    for condition in conditions:
        whole = condition & Q(attribute__slug=asked.slug)
        on_products = ProductAttributeValue.objects.filter(whole).order_by().values("product_id")
        on_variants = VariantAttributeValue.objects.filter(whole, variant__archived_at__isnull=True)
        found &= Q(pk__in=on_products) | Q(pk__in=on_variants.order_by().values("variant__product_id"))
    return found
