"""What buyers and sellers ask for in these measures: each name with a function that makes one request."""

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

from django.test import Client

from catalog.models import Product, ProductVariant
from frontend.visit import ACCESS, REFRESH
from marketplace.accounts.tokens.issue import issue_tokens
from marketplace.graphql import to_global_id
from marketplace.graphql.connections.cursor import encode
from marketplace.sellers.models import SellerMember
from marketplace.wsgi import application
from tests.bench.checkout_flow import Flow
from tests.bench.search import typed_queries

Ask = Callable[[], None]
LIST = """query List($after: String) { products(channel: "eu", first: 20, after: $after) {
  edges { node { id slug name pricing { priceRange { start { gross { amount currency } } } }
    variants { id sku pricing { price { gross { amount currency } } } quantityAvailable } } }
  pageInfo { hasNextPage endCursor } } }"""
COUNTED = """query Counted { products(channel: "eu", first: 20) { totalCount edges { node { id } } } }"""
ADD = """mutation Add($id: ID!, $lines: [CheckoutLineInput!]!) {
  checkoutLinesAdd(id: $id, lines: $lines) { checkout { id quantity } errors { field code message } } }"""
UPDATE = """mutation Update($id: ID!, $lines: [CheckoutLineUpdateInput!]!) {
  checkoutLinesUpdate(id: $id, lines: $lines) { checkout { id quantity } errors { field code message } } }"""
BASKET = """mutation Create($lines: [CheckoutLineInput!]!) {
  checkoutCreate(input: {channel: "eu", languageCode: NL, lines: $lines}) {
    checkout { id lines { id } } errors { field code message } } }"""


def all_requests(*, searched: bool) -> dict[str, Ask]:
    """By name, in the order of the table; ``searched`` says whether there is an index of the products."""
    visitor, seller = Client(), _member()
    slugs = cycle(_slugs())
    language_searches = cycle(typed_queries(60))
    asks: dict[str, Ask] = {
        "product list, first page (API)": lambda: asked(LIST),
        "product list, deep page (API)": _deep_page(),
        "product list with its number (API)": lambda: asked(COUNTED),
        "product page": lambda: _read(visitor, f"/en/eu/products/{next(slugs)}"),
        "category page": lambda: _read(visitor, "/en/eu/categories/many-kind-4"),
        "basket: one line more": _basket_add(),
        "basket: another quantity": _basket_update(),
        "checkout, basket to order": _checkout(),
        **{f"seller's {name}": _page_of(*seller, path) for name, path in _DESK.items()},
    }
    if searched:
        asks["list page"] = lambda: _read(visitor, "/en/eu/products")
        asks["search page"] = lambda: _search(visitor, *next(language_searches))
    return asks


_DESK = {"tasks of today": "", "product list": "products", "order list": "orders"}


def asked(document: str, **variables: Any) -> Any:
    """The data of one request through the WSGI application."""
    flow = Flow(application, [])
    return flow._asked(document, **variables)


def _read(browser: Client, path: str) -> None:
    status = browser.get(path).status_code
    if status != 200:
        raise RuntimeError(f"{path} answers {status}")


def _search(browser: Client, text: str, language: str) -> None:
    _read(browser, f"/{language}/vn/products?q={text}")


def _member() -> tuple[Client, str]:
    """A seller from the middle of all, in a browser of his own."""
    number = SellerMember.objects.count() // 2
    member = SellerMember.objects.select_related("seller", "user").order_by("pk")[number]
    browser, tokens = Client(), issue_tokens(member.user)
    browser.cookies[ACCESS], browser.cookies[REFRESH] = tokens.access, tokens.refresh
    return browser, member.seller.slug


def _page_of(browser: Client, slug: str, path: str) -> Ask:
    return lambda: _read(browser, f"/en/seller/{slug}/{path}")


def _slugs() -> list[str]:
    last = Product.objects.order_by("-pk").values_list("pk", flat=True)[0]
    keys = [1 + 2 * (last * place // 240) for place in range(120)]
    return list(
        Product.objects.filter(pk__in=keys, channel_listings__channel__slug="eu").values_list("slug", flat=True)
    )


def _deep_page() -> Ask:
    """Behind the product that stands in the middle of the list."""
    number = Product.objects.count()
    keys = Product.objects.order_by("-pk").values_list("pk", flat=True)
    middle = Product.objects.get(pk=keys[0] - number // 2)
    cursor = encode([str(middle.created_at), middle.pk])
    return lambda: asked(LIST, after=cursor) and None


def _sold() -> list[str]:
    """Variants of two sellers, from the middle of all."""
    first = Product.objects.order_by("-pk").values_list("pk", flat=True)[0] // 2
    found: dict[int, int] = {}
    rows = ProductVariant.objects.filter(
        product__gte=first, product__lt=first + 200, channel_listings__channel__slug="eu", sku__contains="-L"
    )
    for variant in rows.order_by("pk"):
        found.setdefault(variant.seller_id, variant.pk)
    return [to_global_id("ProductVariant", pk) for pk in list(found.values())[:2]]


def _basket() -> tuple[str, str, str]:
    first, second = _sold()
    made = asked(BASKET, lines=[{"variantId": first, "quantity": 1}])["checkoutCreate"]["checkout"]
    return made["id"], made["lines"][0]["id"], second


def _basket_add() -> Ask:
    basket, _line, second = _basket()
    return lambda: asked(ADD, id=basket, lines=[{"variantId": second, "quantity": 1}]) and None


def _basket_update() -> Ask:
    basket, line, _second = _basket()
    quantities: Iterator[int] = cycle((2, 3))
    return lambda: asked(UPDATE, id=basket, lines=[{"lineId": line, "quantity": next(quantities)}]) and None


def _checkout() -> Ask:
    flow = Flow(application, _sold())
    return lambda: flow.run() and None
