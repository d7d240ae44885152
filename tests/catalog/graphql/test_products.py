"""Lists and pages of products: who sees what, in which language, at what cost."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.graphql.kept_labels import forget_labels
from catalog.models import Product, ProductApproval, Stock
from catalog.pricing.set_price import set_price
from catalog.products.publish import publish_product
from catalog.products.translate import translate_product
from catalog.search.index_products import rebuild_index
from catalog.search.name_table import forget_names
from i18n.translate import set_translation
from marketplace.graphql import to_global_id
from marketplace.sellers.seller import SellerStatus
from tests.cast import Cast
from tests.catalog.graphql.conftest import Ask
from tests.factories.catalog import (
    make_answerable,
    make_category,
    make_media,
    make_product,
    make_sellable_variant,
    make_stock,
    make_variant,
)
from tests.factories.channels import make_channel

CARD = """
fragment Card on Product {
  id slug localized { name { text isFallback language { code language } source } material { text } }
  seller { id slug localized { name { text } } city } category { slug localized { name { text } } }
  thumbnail(size: 512) { url alt }
  pricing { onSale priceRange { start { gross { amount currency } net { amount } } stop { gross { amount } } } }
  isAvailable isAvailableForPurchase weight { unit value } originCountry { code country }
  defaultVariant { id sku moq quantityAvailable }
}
"""
LIST = (
    CARD
    + """
query List($channel: String, $first: Int, $search: String, $filter: ProductFilterInput, $sortBy: ProductOrder,
           $after: String) {
  products(channel: $channel, first: $first, search: $search, filter: $filter, sortBy: $sortBy, after: $after) {
    edges { cursor node { ...Card } } totalCount degraded pageInfo { hasNextPage endCursor }
    facets { name values { value label count } }
  }
}
"""
)
DETAIL = (
    CARD
    + """
query Detail($slug: String!, $channel: String) {
  product(slug: $slug, channel: $channel) {
    ...Card description translation(languageCode: EN) { name } translations { language { code } name source }
    manufacturer { name address email } media { url(size: 256) alt width type }
    variants { sku name moq orderMultiple packedSize { length unit } gtin product { slug }
      pricing { taxRate price { gross { amount } tax { amount } }
                tiers { minimumQuantity price { gross { amount } } } } }
  }
}
"""
)


def _slugs(data: dict[str, Any]) -> list[str]:
    return [edge["node"]["slug"] for edge in data["products"]["edges"]]


def _shelf(number: int) -> None:
    """Products of several sellers with everything a page can show."""
    channel = make_channel("vn")
    for place in range(number):
        category = make_category()
        set_translation(subject="catalog.Category", object_id=category.pk, language="vi", texts={"name": "Ghế"})
        product = make_product(name=f"Ghế {place}", category=category)
        for extra in range(2):
            make_sellable_variant(channel, product=product, price=1000 + extra, tiers=[(5, Decimal(900))])
        translate_product(product=product, language="en", texts={"name": f"Chair {place}"})
        make_media(product)


@pytest.mark.parametrize("search", [None, "ghế"])
def test_a_list_costs_the_same_queries_for_five_and_fifty_products(ask: Ask, search: str | None) -> None:
    counts = []
    for more in (5, 45):
        _shelf(more)
        rebuild_index()
        forget_labels()
        forget_names()
        with CaptureQueriesContext(connection) as queries:
            page = ask(LIST, channel="vn", first=100, search=search)["products"]
        counts.append(len(queries))
        assert len(page["edges"]) == page["totalCount"] == (5 if more == 5 else 50)
    assert counts[0] == counts[1] <= 30, counts


def test_a_page_costs_the_same_queries_for_one_and_thirty_variants(ask: Ask) -> None:
    _shelf(1)
    product = Product.objects.get()
    with CaptureQueriesContext(connection) as few:
        ask(DETAIL, slug=product.slug, channel="vn")
    for _ in range(28):
        make_sellable_variant(make_channel("vn"), product=product, price=2000)
    with CaptureQueriesContext(connection) as many:
        assert len(ask(DETAIL, slug=product.slug, channel="vn")["product"]["variants"]) == 30
    assert len(few) == len(many) <= 25


def test_a_card_in_the_readers_language(ask: Ask) -> None:
    variant = make_sellable_variant(price=1_080_000, product=make_product(name="Ghế gỗ", material="Gỗ sồi"), stock=80)
    set_price(
        variant=make_variant(variant.product, gross_weight_g=9000), channel=make_channel("vn"), price=Decimal(2_160_000)
    )
    translate_product(product=variant.product, language="en", texts={"name": "Oak chair"})
    make_media(variant.product, alt="Ghế")

    dutch = ask(LIST, channel="vn", language="nl")["products"]["edges"][0]["node"]
    assert dutch["localized"]["name"] == {
        "text": "Oak chair",
        "isFallback": True,
        "language": {"code": "EN", "language": "English"},
        "source": "HUMAN",
    }
    assert dutch["localized"]["material"] == {"text": "Gỗ sồi"}
    assert dutch["originCountry"] == {"code": "VN", "country": "Vietnam"}
    assert dutch["thumbnail"]["alt"] == "Ghế"
    assert dutch["thumbnail"]["url"].endswith("/512.webp")
    price = dutch["pricing"]["priceRange"]
    assert price["start"] == {
        "gross": {"amount": Decimal(1_080_000), "currency": "VND"},
        "net": {"amount": Decimal(1_000_000)},
    }
    assert price["stop"] == {"gross": {"amount": Decimal(2_160_000)}}
    assert (dutch["isAvailable"], dutch["isAvailableForPurchase"]) == (True, True)
    assert dutch["weight"] == {"unit": "KG", "value": Decimal("4.5")}
    assert dutch["defaultVariant"]["quantityAvailable"] == 50
    vietnamese = ask(LIST, channel="vn", language="vi")["products"]["edges"][0]["node"]
    assert vietnamese["localized"]["name"]["text"] == "Ghế gỗ"


def test_the_detail_page(ask: Ask) -> None:
    variant = make_sellable_variant(price=1080, tiers=[(10, Decimal(972))], length_mm=455, width_mm=500, height_mm=900)
    detail = ask(DETAIL, slug=variant.product.slug, channel="vn")["product"]
    assert detail["variants"][0]["packedSize"] == {"length": Decimal("45.5"), "unit": "CM"}
    pricing = detail["variants"][0]["pricing"]
    assert pricing["price"] == {"gross": {"amount": Decimal(1080)}, "tax": {"amount": Decimal(80)}}
    assert pricing["tiers"] == [{"minimumQuantity": 10, "price": {"gross": {"amount": Decimal(972)}}}]
    assert detail["manufacturer"]["name"] == variant.seller.legal_name
    assert detail["manufacturer"]["address"]
    assert detail["variants"][0]["product"] == {"slug": variant.product.slug}


def test_without_a_channel_there_are_no_prices(ask: Ask) -> None:
    product = make_sellable_variant().product
    detail = ask(DETAIL, slug=product.slug)["product"]
    assert (detail["pricing"], detail["isAvailable"], detail["variants"][0]["pricing"]) == (None, None, None)


HIDDEN = ["draft", "pending", "rejected", "unpublished", "suspended", "archived", "other market"]


def _hidden(kind: str, cast: Cast) -> Product:
    channel = make_channel("eu" if kind == "other market" else "vn")
    approval = {"draft": "DRAFT", "pending": "PENDING", "rejected": "REJECTED"}.get(kind, "APPROVED")
    product = make_product(seller=cast.woodworks.seller, approval=ProductApproval(approval))
    variant = make_variant(product)
    set_price(variant=variant, channel=channel, price=Decimal(100))
    make_answerable(product, channel)
    if kind != "unpublished":
        publish_product(product=product, channel=channel)
    if kind == "suspended":
        product.seller.status = SellerStatus.SUSPENDED
        product.seller.save()
    if kind == "archived":
        product.archived_at = product.created_at
        product.save()
    return product


@pytest.mark.parametrize("kind", HIDDEN)
def test_nobody_else_reaches_a_hidden_product(ask: Ask, cast: Cast, kind: str) -> None:
    product = _hidden(kind, cast)
    rebuild_index()
    variant = product.variants.get()
    document = """query($slug: String!, $variant: ID!, $channel: String) {
      product(slug: $slug, channel: $channel) { slug } productVariant(id: $variant, channel: $channel) { sku } }"""
    for by in (None, cast.buyer, cast.pottery.owner):
        for search in (None, product.name):
            assert _slugs(ask(LIST, by=by, channel="vn", search=search)) == []
        for channel in ("vn", None):
            data = ask(
                document, by=by, slug=product.slug, variant=to_global_id("ProductVariant", variant.pk), channel=channel
            )
            reachable = kind == "other market" and channel is None
            assert (data["product"] is not None) == (data["productVariant"] is not None) == reachable
    expected = kind != "archived"
    for by in (cast.woodworks.packer, cast.operator):
        data = ask(document, by=by, slug=product.slug, variant=to_global_id("ProductVariant", variant.pk), channel="vn")
        assert (data["product"] is not None) == expected
        assert _slugs(ask(LIST, by=by, channel="vn")) == []
        assert (_slugs(ask(LIST, by=by)) == [product.slug]) == expected


def test_the_review_queue_is_staffs_and_ones_own(ask: Ask, cast: Cast) -> None:
    make_channel("vn")
    own = make_product(seller=cast.woodworks.seller, approval=ProductApproval.PENDING)
    other = make_product(seller=cast.pottery.seller, approval=ProductApproval.PENDING)
    queue = {"approval": "PENDING"}
    assert set(_slugs(ask(LIST, by=cast.operator, filter=queue, channel="vn"))) == {own.slug, other.slug}
    assert _slugs(ask(LIST, by=cast.woodworks.manager, filter=queue)) == [own.slug]
    assert _slugs(ask(LIST, by=cast.buyer, filter=queue)) == []
    assert _slugs(ask(LIST, filter=queue)) == []


PRIVATE = """query($id: ID!) { product(id: $id, channel: "vn") {
  %s } }"""
PRIVATE_FIELDS = [
    "approval",
    "approvalHistory { approval reason at by }",
    "channelListings { channel { slug } isPublished }",
    'missingToPublish(channel: "eu") { field code message blocking legalBasis }',
    "variants { stocks { quantity quantityAllocated quantityReserved warehouse { name } } }",
    "variants { channelListings { channel { slug } price { amount } tiers { minimumQuantity } } }",
]


@pytest.mark.parametrize("field", PRIVATE_FIELDS, ids=lambda field: field.split("{")[0].split("(")[0].strip())
def test_private_fields_are_for_members_and_staff(ask: Ask, cast: Cast, field: str) -> None:
    product = make_product(seller=cast.woodworks.seller)
    variant = make_sellable_variant(product=product)
    document, key = PRIVATE % field, to_global_id("Product", variant.product_id)
    for by, code in (
        (None, "UNAUTHENTICATED"),
        (cast.buyer, "PERMISSION_DENIED"),
        (cast.pottery.owner, "PERMISSION_DENIED"),
    ):
        refused = ask(document, by=by, id=key, errors=True)
        assert [error["extensions"]["code"] for error in refused.errors] == [code]
    for by in (cast.woodworks.packer, cast.operator):
        assert ask(document, by=by, id=key)["product"] is not None


def test_gaps_are_told_in_the_callers_language(ask: Ask, cast: Cast) -> None:
    make_channel("eu")
    product = make_product(seller=cast.woodworks.seller, hs_code="")
    document = PRIVATE % PRIVATE_FIELDS[3]
    data = ask(document, by=cast.woodworks.owner, id=to_global_id("Product", product.pk))
    gaps = {gap["code"]: gap for gap in data["product"]["missingToPublish"]}
    assert gaps["PRICE"] == {
        "field": "price",
        "code": "PRICE",
        "blocking": True,
        "message": "Give at least one variant a price in this market.",
        "legalBasis": "Law on E-Commerce 122/2025/QH15 and Decree 248/2026/NĐ-CP: price information before ordering",
    }
    assert gaps["PICTURE"]["blocking"] is False


def test_search_facets_have_labels_and_values_for_the_filter(ask: Ask) -> None:
    category = make_category(slug="chairs", name="Chairs")
    chair = make_sellable_variant(price=150_000, product=make_product(name="Ghế gỗ", category=category)).product
    make_sellable_variant(price=1_500_000, product=make_product(name="Bàn gỗ"))
    rebuild_index()
    page = ask(LIST, channel="vn", search="go")["products"]
    facets = {facet["name"]: facet["values"] for facet in page["facets"]}
    assert facets["category"] == [{"value": to_global_id("Category", category.pk), "label": "Chairs", "count": 1}]
    assert facets["craft"] == [{"value": "FURNITURE", "label": "Furniture", "count": 2}]
    assert facets["price"][0]["value"] == "..200000"
    assert "200,000" in facets["price"][0]["label"]
    assert {value["label"] for value in facets["seller"]} == {p.seller.name for p in Product.objects.all()}

    narrowed = ask(LIST, channel="vn", search="go", filter={"categories": [facets["category"][0]["value"]]})
    assert _slugs(narrowed) == [chair.slug]
    assert _slugs(ask(LIST, channel="vn", filter={"categories": [facets["category"][0]["value"]]})) == [chair.slug]
    assert _slugs(ask(LIST, channel="vn", filter={"price": {"lte": "200000"}, "crafts": ["FURNITURE"]})) == [chair.slug]


def test_search_pages_and_orders(ask: Ask) -> None:
    slugs = [
        make_sellable_variant(price=1000 + n, product=make_product(name=f"Ghế số {n}")).product.slug for n in range(5)
    ]
    rebuild_index()
    for search in ("ghế", None):
        seen, after = [], None
        while True:
            page = ask(
                LIST, channel="vn", search=search, first=2, after=after, sortBy={"field": "PRICE", "direction": "DESC"}
            )
            seen += _slugs(page)
            after = page["products"]["pageInfo"]["endCursor"]
            assert page["products"]["totalCount"] == 5
            if not page["products"]["pageInfo"]["hasNextPage"]:
                break
        assert seen == slugs[::-1]


def test_without_an_index_the_list_is_degraded_and_not_broken(ask: Ask) -> None:
    product = make_sellable_variant(product=make_product(name="Ghế gỗ")).product
    page = ask(LIST, channel="vn", search="Ghế")["products"]
    assert (page["degraded"], page["totalCount"], page["facets"]) == (True, 1, [])
    assert page["edges"][0]["node"]["slug"] == product.slug
    assert not ask(LIST, channel="vn")["products"]["degraded"]


@pytest.mark.parametrize(
    "filter",
    [
        {"ids": []}, {"sellerSlugs": ["nobody"]}, {"sellers": [], "sellerSlugs": ["moc-vi-du"]}, {"hsCodes": ["9"]},
        {"inStock": False}, {"price": {"gte": "999999999"}}, {"search": "không có"}, {"crafts": ["FRUIT"]},
    ],
)  # fmt: skip
def test_filters_that_fit_nothing(ask: Ask, filter: dict[str, Any]) -> None:
    make_sellable_variant()
    rebuild_index()
    assert _slugs(ask(LIST, channel="vn", filter=filter)) == []


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"filter": {"ids": ["nonsense"]}}, "BAD_ID"),
        ({"filter": {"ids": [to_global_id("Seller", 1)]}}, "BAD_ID"),
        ({"filter": {"categories": [to_global_id("Category", 10**17)]}}, None),
        ({"after": "nonsense"}, "BAD_CURSOR"),
        ({"first": 101}, "BAD_PAGINATION"),
        ({"search": "x" * 900}, None),
        ({"search": "\x00"}, "BAD_USER_INPUT"),
        ({"channel": "x" * 500}, None),
    ],
)
def test_bad_input_is_refused_and_never_a_fault(ask: Ask, variables: dict[str, Any], code: str | None) -> None:
    make_sellable_variant()
    rebuild_index()
    result = ask(LIST, errors=True, **{"channel": "vn", **variables})
    assert [error["extensions"]["code"] for error in result.errors or []] == ([code] if code else [])


def test_suggestions_categories_and_types(ask: Ask) -> None:
    parent = make_category(slug="furniture", name="Furniture")
    chairs = make_category(slug="chairs", name="Chairs", parent=parent)
    make_sellable_variant(product=make_product(name="Ghế gỗ", category=chairs))
    rebuild_index()
    data = ask(
        """{ searchSuggestions(channel: "vn", prefix: "ghe", languageCode: VI)
        none: searchSuggestions(channel: "mars", prefix: "ghe")
        categories(level: 0, first: 5) { totalCount
          edges { node { slug children(first: 3) { slug level parent { slug } } } } }
        category(slug: "chairs") { localized(languageCode: NL) { name { text isFallback } description { text } } }
        productTypes(first: 5) { edges { node { slug } } } }"""
    )
    assert (data["searchSuggestions"], data["none"]) == (["Ghế gỗ"], [])
    children = [{"slug": "chairs", "level": 1, "parent": {"slug": "furniture"}}]
    assert data["categories"] == {"totalCount": 1, "edges": [{"node": {"slug": "furniture", "children": children}}]}
    assert data["category"]["localized"] == {"name": {"text": "Chairs", "isFallback": True}, "description": None}


def test_stock_is_shown_as_it_is_to_members(ask: Ask, cast: Cast) -> None:
    variant = make_variant(make_product(seller=cast.woodworks.seller))
    make_stock(variant, 80)
    Stock.objects.update(quantity_allocated=3)
    document = """query($id: ID!, $seller: ID!) {
      productVariant(id: $id) { stocks { quantity quantityAllocated quantityReserved } }
      warehouses(seller: $seller) { name } }"""
    keys = {"id": to_global_id("ProductVariant", variant.pk), "seller": to_global_id("Seller", variant.seller_id)}
    data = ask(document, by=cast.woodworks.packer, **keys)
    assert data["productVariant"]["stocks"] == [{"quantity": 80, "quantityAllocated": 3, "quantityReserved": 0}]
    assert data["warehouses"] == [{"name": "Kho chính"}]
    refused = ask(document, by=cast.pottery.owner, errors=True, **keys)
    assert refused.data is None
