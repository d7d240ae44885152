"""Delivery zones through the API: who may, and what is refused."""

from typing import Any

import pytest

from logistics.models import MethodListing, PostalCodeRule, ShippingMethod, ShippingZone
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.sellers import make_member, make_seller
from tests.factories.zones import make_method, make_zone
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db
CALLERS = ("anonymous", "buyer", "other seller", "packer", "manager", "staff")
ERRORS = "errors { field code message index }"
MUTATIONS = {
    "shippingZoneCreate": "($input: ShippingZoneCreateInput!) { done: shippingZoneCreate(input: $input)"
    " { shippingZone { id name countries { code } channels { slug } } ERRORS } }",
    "shippingZoneUpdate": "($id: ID!, $input: ShippingZoneUpdateInput!) { done: shippingZoneUpdate(id: $id,"
    " input: $input) { shippingZone { name default regions { region country { code } } } ERRORS } }",
    "shippingZoneDelete": "($id: ID!) { done: shippingZoneDelete(id: $id) { deletedId ERRORS } }",
    "shippingPriceCreate": "($input: ShippingPriceCreateInput!) { done: shippingPriceCreate(input: $input)"
    " { shippingMethod { id type minimumOrderWeight { value } postalCodeRules { start end inclusionType } } ERRORS } }",
    "shippingPriceUpdate": "($id: ID!, $input: ShippingPriceInput!) { done: shippingPriceUpdate(id: $id,"
    " input: $input) { shippingMethod { name postalCodeRules { start } } ERRORS } }",
    "shippingPriceDelete": "($id: ID!) { done: shippingPriceDelete(id: $id) { deletedId shippingZone { name } ERRORS"
    " } }",
    "shippingPriceTranslate": "($id: ID!, $input: ShippingPriceTranslationInput!) { done: shippingPriceTranslate("
    "id: $id, languageCode: NL, input: $input) { shippingMethod { translation(languageCode: NL) { name } } ERRORS } }",
    "shippingMethodChannelListingUpdate": "($id: ID!, $input: ShippingMethodChannelListingInput!) { done:"
    " shippingMethodChannelListingUpdate(id: $id, input: $input) { shippingMethod { channelListings {"
    " channel { slug } price { amount currency } freeFrom { amount } } } ERRORS } }",
    "shippingPriceExcludeProducts": "($id: ID!, $input: ShippingPriceExcludeProductsInput!) { done:"
    " shippingPriceExcludeProducts(id: $id, input: $input) { shippingMethod { excludedProducts { id } } ERRORS } }",
    "shippingPriceRemoveProductFromExclude": "($id: ID!, $products: [ID!]!) { done:"
    " shippingPriceRemoveProductFromExclude(id: $id, products: $products) { shippingMethod { id } ERRORS } }",
}


def document(name: str) -> str:
    return "mutation" + MUTATIONS[name].replace("ERRORS", ERRORS)


def caller(name: str, seller: Any) -> Any:
    match name:
        case "buyer":
            return make_user()
        case "other seller":
            return make_member(make_seller(), MemberRole.OWNER)
        case "packer" | "manager":
            return make_member(seller, MemberRole(name.upper()))
        case "staff":
            return make_operator()
    return None


def everything() -> Any:
    return (
        sorted(ShippingZone.objects.values_list("pk", "name", "countries", "is_default")),
        sorted(ShippingMethod.objects.values_list("pk", "name", "type")),
        sorted(ShippingMethod.excluded_products.through.objects.values_list("pk", flat=True)),
        sorted(MethodListing.objects.values_list("pk", "price_amount")),
        sorted(PostalCodeRule.objects.values_list("pk", "start")),
    )


def calls(zone: ShippingZone, method: ShippingMethod, product: Any) -> dict[str, dict[str, Any]]:
    """What each mutation is tried with: all of it works for a manager, in this order."""
    zone_id, method_id = to_global_id("ShippingZone", zone.pk), to_global_id("ShippingMethodType", method.pk)
    product_id, channel_id = to_global_id("Product", product.pk), to_global_id("Channel", make_channel().pk)
    seller_id = to_global_id("Seller", zone.seller_id)
    return {
        "shippingZoneCreate": {
            "input": {"seller": seller_id, "name": "Bắc Mỹ", "countries": ["us"], "addChannels": [channel_id]}
        },
        "shippingZoneUpdate": {
            "id": zone_id,
            "input": {"name": "Benelux", "countries": ["NL"], "regions": [{"country": "NL", "region": "Utrecht"}]},
        },
        "shippingPriceCreate": {
            "input": {
                "shippingZone": zone_id,
                "name": "Nhanh",
                "type": "WEIGHT",
                "minimumOrderWeight": "1.5",
                "addPostalCodeRules": [{"start": "1000", "end": "1999"}],
                "inclusionType": "INCLUDE",
            }
        },
        "shippingPriceUpdate": {"id": method_id, "input": {"name": "Chậm", "addPostalCodeRules": [{"start": "99"}]}},
        "shippingPriceTranslate": {"id": method_id, "input": {"name": "Langzaam"}},
        "shippingMethodChannelListingUpdate": {
            "id": method_id,
            "input": {"addChannels": [{"channelId": channel_id, "price": "9.50", "freeFrom": "200"}]},
        },
        "shippingPriceExcludeProducts": {"id": method_id, "input": {"products": [product_id]}},
        "shippingPriceRemoveProductFromExclude": {"id": method_id, "products": [product_id]},
        "shippingPriceDelete": {"id": method_id},
        "shippingZoneDelete": {"id": zone_id},
    }


def outcome(execute: Execute, name: str, variables: Any, actor: Any) -> tuple[str, Any]:
    result = execute(document(name), variables, actor=actor)
    if result.errors:
        return result.errors[0]["extensions"]["code"], None
    done = result.data["done"]
    return (done["errors"][0]["code"], done["errors"]) if done["errors"] else ("DONE", done)


@pytest.mark.parametrize("name", CALLERS)
def test_who_sets_delivery_zones(execute: Execute, name: str) -> None:
    zone = make_zone()
    method, product = make_method(zone), make_product(seller=zone.seller)
    actor = caller(name, zone.seller)
    before = everything()
    answers = {
        mutation: outcome(execute, mutation, variables, actor)
        for mutation, variables in calls(zone, method, product).items()
    }
    codes = {mutation: code for mutation, (code, _told) in answers.items()}
    if name != "manager":
        allowed = {"PERMISSION_DENIED"} if name == "packer" else {"NOT_FOUND", "UNAUTHENTICATED"}
        assert set(codes.values()) <= allowed, codes
        assert everything() == before
        return
    assert set(codes.values()) == {"DONE"}, answers
    told = {mutation: done for mutation, (_code, done) in answers.items()}
    assert told["shippingZoneCreate"]["shippingZone"]["countries"] == [{"code": "US"}]
    assert told["shippingZoneUpdate"]["shippingZone"]["regions"] == [{"region": "Utrecht", "country": {"code": "NL"}}]
    created = told["shippingPriceCreate"]["shippingMethod"]
    assert str(created["minimumOrderWeight"]["value"]) == "1.5"
    assert created["postalCodeRules"] == [{"start": "1000", "end": "1999", "inclusionType": "INCLUDE"}]
    assert told["shippingPriceTranslate"]["shippingMethod"]["translation"] == {"name": "Langzaam"}
    (listing,) = told["shippingMethodChannelListingUpdate"]["shippingMethod"]["channelListings"]
    assert (listing["channel"]["slug"], str(listing["price"]["amount"])) == ("eu", "9.50")
    assert len(told["shippingPriceExcludeProducts"]["shippingMethod"]["excludedProducts"]) == 1
    assert not ShippingZone.objects.filter(pk=zone.pk).exists()


READ = (
    "query ($id: ID!, $seller: ID!) { shippingZone(id: $id) { name shippingMethods { name type isActive"
    " channelListings { price { amount } } pickupWarehouse { name } excludedProducts { id } } }"
    " shippingZones(seller: $seller, first: 5) { totalCount edges { node { name } } } }"
)


@pytest.mark.parametrize("name", CALLERS)
def test_who_reads_delivery_zones(execute: Execute, name: str) -> None:
    zone = make_zone()
    make_method(zone)
    ids = {"id": to_global_id("ShippingZone", zone.pk), "seller": to_global_id("Seller", zone.seller_id)}
    result = execute(READ, ids, actor=caller(name, zone.seller))
    data = result.data or {}
    assert bool(data.get("shippingZone")) is (name in ("packer", "manager", "staff"))
    assert bool(data.get("shippingZones")) is (name in ("packer", "manager"))
    if name == "manager":
        assert result.errors is None
        assert data["shippingZone"]["shippingMethods"][0]["channelListings"][0]["price"]["amount"] == 12


REFUSED: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("no name", "shippingZoneUpdate", {"name": "  "}, "name", "REQUIRED"),
    ("too long a name", "shippingZoneUpdate", {"name": "x" * 101}, "name", "INVALID"),
    ("another's name", "shippingZoneUpdate", {"name": "Taken"}, "name", "UNIQUE"),
    ("no such country", "shippingZoneUpdate", {"countries": ["XX"]}, "countries", "INVALID"),
    ("no country at all", "shippingZoneUpdate", {"countries": []}, "countries", "REQUIRED"),
    (
        "a region elsewhere",
        "shippingZoneUpdate",
        {"regions": [{"country": "VN", "region": "Huế"}]},
        "regions",
        "INVALID",
    ),
    ("no name", "shippingPriceUpdate", {"name": ""}, "name", "REQUIRED"),
    ("a negative weight", "shippingPriceUpdate", {"minimumOrderWeight": "-1"}, "minimumOrderWeight", "INVALID"),
    ("half a gram", "shippingPriceUpdate", {"minimumOrderWeight": "0.0005"}, "minimumOrderWeight", "INVALID"),
    (
        "more than the most",
        "shippingPriceUpdate",
        {"minimumOrderWeight": "5", "maximumOrderWeight": "4"},
        "maximumOrderWeight",
        "INVALID",
    ),
    ("no such carrier", "shippingPriceUpdate", {"carrierServices": ["pigeon"]}, "carrierServices", "NOT_FOUND"),
    ("too much off", "shippingPriceUpdate", {"surchargePercent": "-101"}, "surchargePercent", "INVALID"),
    (
        "a fair that ends before it begins",
        "shippingPriceUpdate",
        {"pickupFrom": "2026-12-02", "pickupTo": "2026-12-01"},
        "pickupTo",
        "INVALID",
    ),
    (
        "no postal code",
        "shippingPriceUpdate",
        {"addPostalCodeRules": [{"start": "'; --"}]},
        "addPostalCodeRules",
        "INVALID",
    ),
]


def test_what_is_refused_changes_nothing(execute: Execute) -> None:
    zone = make_zone()
    make_zone(zone.seller, name="Taken")
    method, actor = make_method(zone), make_member(zone.seller, MemberRole.MANAGER)
    ids = {
        "shippingZoneUpdate": to_global_id("ShippingZone", zone.pk),
        "shippingPriceUpdate": to_global_id("ShippingMethodType", method.pk),
    }
    before = everything()
    for name, mutation, given, field, code in REFUSED:
        answer, errors = outcome(execute, mutation, {"id": ids[mutation], "input": given}, actor)
        assert answer == code, (name, answer)
        assert errors[0]["field"] == field, (name, errors)
        assert everything() == before, name


def test_amounts_are_of_the_market_and_markets_of_the_zone(execute: Execute) -> None:
    method = make_method(price=None)
    actor = make_member(method.zone.seller, MemberRole.MANAGER)
    tried = [("eu", "9.999", "price"), ("eu", "-1", "price"), ("jp", "900", "channelId")]
    for slug, price, field in tried:
        listing = {"channelId": to_global_id("Channel", make_channel(slug).pk), "price": price}
        variables = {"id": to_global_id("ShippingMethodType", method.pk), "input": {"addChannels": [listing]}}
        code, errors = outcome(execute, "shippingMethodChannelListingUpdate", variables, actor)
        assert (code, errors and errors[0]["field"]) == ("INVALID", field), (slug, price)
    assert not MethodListing.objects.exists()


def test_another_sellers_warehouse_and_products_are_not_found(execute: Execute) -> None:
    method = make_method()
    actor = make_member(method.zone.seller, MemberRole.MANAGER)
    identity = {"id": to_global_id("ShippingMethodType", method.pk)}
    foreign = {"products": [to_global_id("Product", make_product().pk)]}
    assert outcome(execute, "shippingPriceExcludeProducts", {**identity, "input": foreign}, actor)[0] == "NOT_FOUND"
    warehouse = {"pickupWarehouse": to_global_id("Warehouse", 99_999)}
    assert outcome(execute, "shippingPriceUpdate", {**identity, "input": warehouse}, actor)[0] == "NOT_FOUND"
