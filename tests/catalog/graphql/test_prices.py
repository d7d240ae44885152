"""Base prices, rules, sales, windows and safety in the API: who may, and that a refusal changes nothing."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import BasePrice, PriceDerivation, PriceRule, Product, ProductVariant, VariantChannelListing
from i18n.models import ExchangeRate
from i18n.today import today_here
from marketplace.graphql import to_global_id
from tests.cast import Cast
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_responsible_person

Ask = Callable[..., Any]
BASE = """mutation($id: ID!, $input: BasePriceInput!) { r: productVariantBasePriceUpdate(id: $id, input: $input) {
  variant { basePrice { price { amount currency } tiers { minimumQuantity price { amount } } } }
  errors { field code } } }"""
RULE = """mutation($id: ID!, $input: PriceRuleInput!) { r: priceRuleUpdate(seller: $id, input: $input) {
  priceRule { markupPercent step ending rounding } errors { field code } } }"""
PRICE = """mutation($id: ID!, $input: [ProductVariantChannelListingAddInput!]!) {
  r: productVariantChannelListingUpdate(id: $id, input: $input) {
    variant { channelListings { channel { slug } price { amount } sale { price { amount } isRunning endsAt }
      priorPrice { amount } derivation { rate rateSource basePrice { amount } } priceHistory { price { amount } } } }
    errors { field code } } }"""
LISTING = """mutation($id: ID!, $input: ProductChannelListingUpdateInput!) {
  r: productChannelListingUpdate(id: $id, input: $input) {
    product { channelListings { publishedAt publishedUntil availableForPurchaseUntil isShownNow
      isAvailableForPurchase } } errors { field code legalBasis } } }"""
SAFETY = """mutation($id: ID!, $input: ProductSafetyInput!) { r: productSafetyUpdate(id: $id, input: $input) {
  product { warnings needsNoWarnings approval hasOwnResponsiblePerson responsiblePerson { name addressLines } }
  errors { field code } } }"""


@pytest.fixture
def variant(cast: Cast) -> ProductVariant:
    return make_sellable_variant(product=make_product(seller=cast.woodworks.seller), price=1_000_000)


def _id(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def _refused(ask: Ask, cast: Cast, document: str, **variables: Any) -> None:
    """Nobody, a buyer, another seller, staff and the packer are refused."""
    assert ask(document, by=None, errors=True, **variables).errors
    for stranger in (cast.buyer, cast.pottery.owner, cast.operator):
        found = ask(document, by=stranger, **variables)["r"]["errors"]
        assert [error["code"] for error in found] == ["NOT_FOUND"]
    packer = ask(document, by=cast.woodworks.packer, errors=True, **variables)
    assert packer.errors[0]["extensions"]["code"] == "PERMISSION_DENIED"


def test_managers_set_base_price_and_rule_and_derive(ask: Ask, cast: Cast, variant: ProductVariant) -> None:
    eu = make_channel("eu")
    ExchangeRate.objects.create(
        base="VND",
        quote="EUR",
        rate=Decimal("0.0000348"),
        on=today_here(),
        source="manual",
        fetched_at=timezone.now(),
    )
    base = {"price": "1500000", "currency": "vnd", "tiers": [{"minimumQuantity": 10, "price": "1200000"}]}
    rule = {"channelId": _id(eu), "markupPercent": "15", "step": "1", "ending": "0.95"}
    derive = [{"channelId": _id(eu), "derive": True}]
    seller = {"id": _id(cast.woodworks.seller)}
    _refused(ask, cast, BASE, id=_id(variant), input=base)
    _refused(ask, cast, RULE, **seller, input=rule)
    _refused(ask, cast, PRICE, id=_id(variant), input=derive)
    assert not (BasePrice.objects.exists() or PriceRule.objects.exists() or PriceDerivation.objects.exists())

    manager = cast.woodworks.manager
    assert ask(PRICE, by=manager, id=_id(variant), input=derive)["r"]["errors"] == [
        {"field": "derive", "code": "REQUIRED"}
    ]
    saved = ask(BASE, by=manager, id=_id(variant), input=base)["r"]
    assert saved["variant"]["basePrice"]["price"] == {"amount": Decimal(1_500_000), "currency": "VND"}
    assert ask(RULE, by=manager, **seller, input=rule)["r"]["priceRule"]["step"] == 1
    done = ask(PRICE, by=manager, id=_id(variant), input=derive)["r"]
    assert done["errors"] == []
    listing = next(one for one in done["variant"]["channelListings"] if one["channel"]["slug"] == "eu")
    assert listing["price"]["amount"] % 1 == Decimal("0.95")
    assert listing["derivation"]["basePrice"]["amount"] == 1_500_000
    both = [{"channelId": _id(eu), "derive": True, "price": "5"}]
    assert ask(PRICE, by=manager, id=_id(variant), input=both)["r"]["errors"][0]["field"] == "price"
    rules = ask("query($s: ID!) { priceRules(seller: $s) { channel { slug } } }", by=manager, s=seller["id"])
    assert rules["priceRules"] == [{"channel": {"slug": "eu"}}]
    assert ask(
        "query($s: ID!) { priceRules(seller: $s) { step } }", by=cast.pottery.owner, errors=True, s=seller["id"]
    ).errors


def test_managers_hold_a_sale(ask: Ask, cast: Cast, variant: ProductVariant) -> None:
    vn = make_channel("vn")
    ends = timezone.now() + timedelta(days=7)
    sale = [{"channelId": _id(vn), "sale": {"price": "900000", "endsAt": ends.isoformat()}}]
    _refused(ask, cast, PRICE, id=_id(variant), input=sale)
    assert VariantChannelListing.objects.get(variant=variant).sale_amount is None

    [listing] = ask(PRICE, by=cast.woodworks.manager, id=_id(variant), input=sale)["r"]["variant"]["channelListings"]
    assert listing["sale"] == {"price": {"amount": Decimal(900_000)}, "isRunning": True, "endsAt": ends.isoformat()}
    assert listing["priorPrice"]["amount"] == 1_000_000
    assert [entry["price"]["amount"] for entry in listing["priceHistory"]] == [1_000_000, 1_000_000]
    dear = [{"channelId": _id(vn), "sale": {"price": "1000000"}}]
    wrong = ask(PRICE, by=cast.woodworks.manager, id=_id(variant), input=dear)["r"]["errors"]
    assert wrong == [{"field": "sale.price", "code": "INVALID"}]
    over = [{"channelId": _id(vn), "sale": None}]
    [ended] = ask(PRICE, by=cast.woodworks.manager, id=_id(variant), input=over)["r"]["variant"]["channelListings"]
    assert ended["sale"] is None
    assert ended["price"]["amount"] == 1_000_000


def test_managers_choose_the_windows_and_what_is_left_out_stays(ask: Ask, cast: Cast, variant: ProductVariant) -> None:
    vn = make_channel("vn")
    now = timezone.now()
    entry = {
        "channelId": _id(vn),
        "isPublished": True,
        "publishedAt": now.isoformat(),
        "publishedUntil": (now + timedelta(days=9)).isoformat(),
        "availableForPurchaseUntil": (now + timedelta(days=5)).isoformat(),
    }
    keys = {"id": _id(variant.product)}
    before = variant.product.channel_listings.get().published_at
    _refused(ask, cast, LISTING, **keys, input={"updateChannels": [entry]})
    assert variant.product.channel_listings.get().published_at == before

    manager = cast.woodworks.manager
    [shown] = ask(LISTING, by=manager, **keys, input={"updateChannels": [entry]})["r"]["product"]["channelListings"]
    assert shown["publishedUntil"] == (now + timedelta(days=9)).isoformat()
    assert shown["isShownNow"] and shown["isAvailableForPurchase"]
    kept = {"channelId": _id(vn), "isPublished": True, "publishedUntil": None}
    [again] = ask(LISTING, by=manager, **keys, input={"updateChannels": [kept]})["r"]["product"]["channelListings"]
    assert (again["publishedAt"], again["publishedUntil"]) == (now.isoformat(), None)
    assert again["availableForPurchaseUntil"] == (now + timedelta(days=5)).isoformat()
    back = {**entry, "publishedUntil": (now - timedelta(days=1)).isoformat()}
    refused = ask(LISTING, by=manager, **keys, input={"updateChannels": [back]})["r"]["errors"]
    assert [(error["field"], error["code"]) for error in refused] == [("publishedUntil", "INVALID")]


def test_a_refused_market_names_the_law(ask: Ask, cast: Cast, variant: ProductVariant) -> None:
    entry = {"channelId": _id(make_channel("eu")), "isPublished": True}
    keys = {"id": _id(variant.product)}
    errors = ask(LISTING, by=cast.woodworks.owner, **keys, input={"updateChannels": [entry]})["r"]["errors"]
    found = {error["code"]: error["legalBasis"] for error in errors}
    assert "2023/988" in found["WARNINGS"]
    assert "16(1)" in found["RESPONSIBLE_PERSON"]


def test_managers_say_what_is_safe(ask: Ask, cast: Cast, variant: ProductVariant) -> None:
    own = make_responsible_person(cast.woodworks.seller)
    foreign = make_responsible_person(cast.pottery.seller)
    said = {"warnings": "Không trèo lên.\nGiữ xa lửa.", "responsiblePerson": _id(own)}
    keys = {"id": _id(variant.product)}
    _refused(ask, cast, SAFETY, **keys, input=said)
    variant.product.refresh_from_db()
    assert variant.product.warnings == ""

    manager = cast.woodworks.manager
    done = ask(SAFETY, by=manager, **keys, input=said)["r"]["product"]
    assert done["warnings"] == said["warnings"]
    assert done["approval"] == "PENDING", "changed warnings are read again"
    assert done["responsiblePerson"]["name"] == own.name
    stolen = ask(SAFETY, by=manager, **keys, input={"responsiblePerson": _id(foreign)})["r"]["errors"]
    assert stolen == [{"field": "responsiblePerson", "code": "NOT_FOUND"}]
    both = ask(SAFETY, by=manager, **keys, input={"needsNoWarnings": True})["r"]["errors"]
    assert both == [{"field": "needsNoWarnings", "code": "INVALID"}]
    assert Product.objects.get(pk=variant.product_id).responsible_person == own
