"""The list of products: by words from the index, otherwise from the database."""

import enum
from dataclasses import replace
from typing import Any

from catalog.graphql.access import reviewable_products, visible_products
from catalog.graphql.in_channel import channel_named
from catalog.graphql.inputs import MOST_CHOSEN, keys
from catalog.graphql.place_cursor import place_of
from catalog.graphql.types.approval import ProductApprovalEnum
from catalog.graphql.types.product_connection import ProductPage, SearchedPage
from catalog.models import Product
from catalog.products.product import ProductQuerySet
from catalog.search.filters import filtered
from catalog.search.in_database import ordered, with_subcategories
from catalog.search.match_names import named
from catalog.search.request import SearchRequest, Sort
from catalog.search.search_products import LONGEST_TEXT
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import ID, Boolean, Decimal, Enum, InputObjectType, List, NonNull, String
from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.graphql.connections.window import BadPagination, read_slice
from marketplace.sellers.graphql.types.enums import CraftEnum
from marketplace.sellers.models import Seller

ProductOrderField = Enum.from_enum(
    enum.StrEnum("ProductOrderField", {name: name for name in Sort.__members__}),
    description="RANK is for searches: best match first.",
)
OrderDirection = Enum.from_enum(
    enum.StrEnum("OrderDirection", {"ASC": "ASC", "DESC": "DESC"}), description="Rising or falling."
)


class PriceRangeInput(InputObjectType):
    """Both ends included; in the channel's currency."""

    gte = Decimal()
    lte = Decimal()


class ProductFilterInput(InputObjectType):
    """Products that fit all of it."""

    search = String(description="Words; the same as the argument search.")
    ids = List(NonNull(ID))
    categories = List(NonNull(ID), description="With everything below them.")
    sellers = List(NonNull(ID))
    seller_slugs = List(NonNull(String))
    crafts = List(NonNull(CraftEnum))
    price = PriceRangeInput(description="Some variant's price in the channel.")
    in_stock = Boolean()
    hs_codes = List(NonNull(String), description="Each of two or more leading digits.")
    approval = ProductApprovalEnum(description="Of one's own products; for staff of all.")


class ProductOrder(InputObjectType):
    """How a list is ordered."""

    field = ProductOrderField(required=True)
    direction = OrderDirection(required=True)


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


def request_of(info: Any, market: Channel | None, wanted: Any, text: str, sort_by: Any) -> SearchRequest:
    price = wanted.get("price") or {}
    crafts = wanted.get("crafts")
    codes = wanted.get("hs_codes")
    order = sort_by or {"field": Sort.RANK, "direction": "ASC"}
    return SearchRequest(
        channel=market.slug if market else "",
        now=info.context.now,
        text=text.strip()[:LONGEST_TEXT],
        language=info.context.language,
        product_ids=keys(wanted.get("ids"), "Product", field="ids"),
        categories=keys(wanted.get("categories"), "Category", field="categories"),
        sellers=_seller_ids(wanted),
        crafts=None if crafts is None else [str(craft) for craft in crafts],
        hs_codes=None if codes is None else [code[:12] for code in codes[:MOST_CHOSEN] if len(code) >= 2],
        price_gte=price.get("gte"),
        price_lte=price.get("lte"),
        in_stock=wanted.get("in_stock"),
        sort=Sort(str(order["field"])),
        descending=str(order["direction"]) == "DESC",
    )


def _seller_ids(wanted: Any) -> list[int] | None:
    chosen = keys(wanted.get("sellers"), "Seller", field="sellers")
    slugs = wanted.get("seller_slugs")
    if slugs is None:
        return chosen
    named_so = set(Seller.objects.filter(slug__in=slugs[:MOST_CHOSEN]).values_list("pk", flat=True))
    return sorted(named_so if chosen is None else named_so.intersection(chosen))


def _cut(
    products: ProductQuerySet, request: SearchRequest, market: Channel | None, paging: dict[str, Any]
) -> KeysetPage:
    return KeysetPage(ordered(products, request, market), read_slice(**paging))
