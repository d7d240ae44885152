"""What a seller's zones offer for goods to an address, and what they cost."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from i18n.money import Money
from i18n.translate import set_translation
from logistics.rates.rate import Rate
from logistics.zones.coverage import zones_that_serve
from logistics.zones.delivery_rates import delivery_rates
from logistics.zones.in_channel import zones_in_channel
from logistics.zones.method import MethodType, ShippingMethod
from logistics.zones.offer import SellersGoods, offered_rates
from logistics.zones.postal_code_rule import InclusionType
from logistics.zones.postal_codes import holds
from logistics.zones.write_method import CodeRange, exclude_products, rule_postal_codes
from logistics.zones.zone import ShippingZone
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.logistics import make_buyer_party, make_consignment, make_item
from tests.factories.sellers import make_seller
from tests.factories.zones import make_method, make_zone

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def goods(worth: str = "100.00", *, products: frozenset[int] = frozenset(), **overrides: Any) -> SellersGoods:
    consignment = make_consignment(**{"buyer": make_buyer_party(country="NL", postal_code="3511 AB"), **overrides})
    return SellersGoods(consignment, products, Money(Decimal(worth), "EUR"))


def offers(seller: Any, asked: SellersGoods, *carriers: Rate, language: str = "vi", on: date = TODAY) -> list[Rate]:
    zones = zones_in_channel([seller.pk], channel=make_channel(), language=language).get(seller.pk)
    return offered_rates(zones, asked, carriers=carriers, on=on, language=language)


def told(rates: list[Rate]) -> list[tuple[str, str]]:
    return [(rate.name, str(rate.price)) for rate in rates]


def quote(service: str = "courier", amount: str = "40.00", carrier: str = "rate_table") -> Rate:
    price = Money(Decimal(amount), "EUR")
    return Rate(f"{carrier}:{service}", carrier, service, service, service, price, price, 3, 6, lambda: "as quoted")


def test_a_seller_who_has_set_nothing_leaves_it_to_the_carriers() -> None:
    seller = make_seller()
    assert offers(seller, goods(), quote()) == [quote()]
    make_zone(seller)  # without a method it says nothing yet
    assert offers(seller, goods(), quote()) == [quote()]
    make_method(make_zone(seller), price=None)  # nor does one that has no price here
    assert offers(seller, goods(), quote()) == [quote()]


def test_zones_that_serve_others_only_offer_nothing() -> None:
    zone = make_zone(countries=["JP"])
    make_method(zone)
    assert offers(zone.seller, goods(), quote()) == []


def test_the_worked_example_of_free_delivery() -> None:
    method = make_method(free_from="250.00")
    seller = method.zone.seller
    assert told(offers(seller, goods("249.99"))) == [("Giao tiêu chuẩn", "12.00 EUR")]
    (free,) = offers(seller, goods("250.00"), language="en")
    assert (str(free.price), str(free.quoted)) == ("0 EUR", "12.00 EUR")
    assert "250.00" in free.basis and free.method_id == f"zone:{method.pk}" and free.carrier == "manual"


def test_the_worked_example_of_a_carriers_price() -> None:
    method = make_method(
        type=MethodType.CARRIER, price="2.00", surcharge_percent=Decimal(5), minimum_delivery_days=1,
        maximum_delivery_days=2, carrier_services=["rate_table:courier"],
    )  # fmt: skip
    (offered,) = offers(method.zone.seller, goods(), quote(), quote("sea"), quote("courier", carrier="ghn"))
    assert str(offered.price) == "44.00 EUR"
    assert offered.method_id == f"zone:{method.pk}:rate_table:courier"
    assert (offered.carrier, offered.service) == ("rate_table", "courier")
    assert (offered.min_days, offered.max_days) == (4, 8)


def test_a_reduction_never_goes_below_nothing() -> None:
    method = make_method(type=MethodType.CARRIER, price="0", surcharge_percent=Decimal(-100))
    assert told(offers(method.zone.seller, goods(), quote(), quote("sea", "9.99"))) == [
        ("courier", "0.00 EUR"),
        ("sea", "0.00 EUR"),
    ]


LIMITS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("worth as much as the least", {"minimum": "100.00"}, {}, True),
    ("worth a cent less", {"minimum": "100.01"}, {}, False),
    ("worth as much as the most", {"maximum": "100.00"}, {}, True),
    ("worth a cent more", {"maximum": "99.99"}, {}, False),
    ("as heavy as the most", {"maximum_order_weight_g": 27_600}, {}, True),
    ("a gram more", {"maximum_order_weight_g": 27_599}, {}, False),
    ("a gram less than the least", {"minimum_order_weight_g": 27_601}, {}, False),
    ("of unknown weight", {"maximum_order_weight_g": 99_999}, {"net_weight_g": 0, "gross_weight_g": 0}, False),
    ("of unknown weight, and no limit", {}, {"net_weight_g": 0, "gross_weight_g": 0}, True),
]


@pytest.mark.parametrize(("name", "method", "item", "taken"), LIMITS, ids=[row[0] for row in LIMITS])
def test_limits(name: str, method: dict[str, Any], item: dict[str, Any], taken: bool) -> None:
    row = make_method(**method)
    asked = goods(items=(make_item(**item),), packages=())
    assert bool(offers(row.zone.seller, asked)) is taken, name


def test_the_most_exact_zone_decides() -> None:
    city = ShippingZone(name="city", countries=["VN"], regions=[{"country": "VN", "region": "Hồ Chí Minh"}])
    rest = ShippingZone(name="rest", countries=["VN", "LA"])
    others = ShippingZone(name="others", is_default=True)
    zones = [others, rest, city]
    places = {
        ("VN", "Thành phố Hồ Chí Minh"): "city",
        ("VN", "TP Ho Chi Minh"): "city",
        ("VN", "Hà Nội"): "rest",
        ("VN", ""): "rest",
        ("LA", "Hồ Chí Minh"): "rest",
        ("NL", "Utrecht"): "others",
    }
    found = {
        (country, region): zones_that_serve(zones, make_buyer_party(country=country, region=region, city=""))[0].name
        for country, region in places
    }
    assert found == places


POSTAL = [
    ("1000", "1999", "1017 AB", True),
    ("1000", "1999", "2000", False),
    ("1000", "1999", "1999 ZZ", True),
    ("E2", "E9", "E10 1AA", False),
    ("BT1", "BT94", "bt9 5ab", True),
    ("BT1", "BT94", "BT95AB", True),
    ("BT1", "BT9", "BT9 5AB", True),
    ("BT1", "BT8", "BT9 5AB", False),
    ("100-0000", "199-9999", "1640001", True),
    ("100-0000", "199-9999", "164-0001", True),
    ("99", "", "99501", True),
    ("99", "", "98501", False),
    ("99", "", "", False),
]


@pytest.mark.parametrize(("start", "end", "code", "held"), POSTAL)
def test_ranges_of_postal_codes(start: str, end: str, code: str, held: bool) -> None:
    assert holds(start, end, code) is held


def test_postal_codes_are_left_out_or_are_the_only_ones() -> None:
    method = make_method()
    rule_postal_codes(method=method, added=[CodeRange("3500", "3599")])
    assert offers(method.zone.seller, goods()) == []
    rule_postal_codes(method=method, inclusion_type=InclusionType.INCLUDE)
    assert len(offers(method.zone.seller, goods())) == 1
    elsewhere = goods(buyer=make_buyer_party(country="NL", postal_code="9711 LM"))
    assert offers(method.zone.seller, elsewhere) == []


def test_an_excluded_product_keeps_the_whole_parcel_from_travelling_so() -> None:
    method = make_method()
    product = make_product(seller=method.zone.seller)
    exclude_products(method=method, products=[product])
    assert offers(method.zone.seller, goods(products=frozenset({product.pk, 999}))) == []
    assert len(offers(method.zone.seller, goods(products=frozenset({999})))) == 1


def test_a_pickup_says_where_and_when_and_ends_with_the_fair() -> None:
    method = make_method(
        type=MethodType.PICKUP, price="0", name="Nhận tại hội chợ", pickup_place="WTC Expo, A, 12",
        pickup_hours="9–17", pickup_from=TODAY, pickup_to=TODAY + timedelta(days=3),
    )  # fmt: skip
    (offered,) = offers(method.zone.seller, goods())
    assert offered.pickup and (offered.pickup.place, offered.pickup.last_day) == ("WTC Expo, A, 12", date(2026, 11, 24))
    assert offers(method.zone.seller, goods(), on=TODAY + timedelta(days=4)) == []


def test_buyers_read_the_method_in_their_language() -> None:
    method = make_method()
    texts = {"name": "Standaardlevering"}
    set_translation(subject=ShippingMethod.SUBJECT, object_id=method.pk, language="nl", texts=texts)
    assert offers(method.zone.seller, goods(), language="nl")[0].name == "Standaardlevering"
    assert offers(method.zone.seller, goods(), language="vi")[0].name == "Giao tiêu chuẩn"


def test_zones_of_many_sellers_are_read_at_once(django_assert_max_num_queries: Any) -> None:
    channel, sellers = make_channel(), [make_seller() for _ in range(5)]
    for seller in sellers:
        zone = make_zone(seller)
        make_method(zone)
        make_method(zone, price="20.00")
    asked = {seller.pk: replace(goods()) for seller in sellers}
    with django_assert_max_num_queries(6):
        found = delivery_rates(asked, channel=channel, on=TODAY, language="vi")
    assert [told(answer.rates) for answer in found.values()] == [
        [("Giao tiêu chuẩn", "12.00 EUR"), ("Giao tiêu chuẩn", "20.00 EUR")]
    ] * 5


def test_another_market_keeps_its_own() -> None:
    zone = make_zone(None, make_channel("us"))
    make_method(zone)
    assert offers(zone.seller, goods(), quote()) == [quote()]
