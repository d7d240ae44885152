"""Through quotes: legs that add up, lanes that hang together, and the cheapest containers."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistics.carrier import Account, Quote
from logistics.carriers.rate_table.carrier import carrier
from logistics.carriers.rate_table.through import stretch
from logistics.carriers.rate_table.through.quote import through_quote
from logistics.carriers.rate_table.through.stretch import LaneTariff, lane_tariffs
from logistics.consignment import Consignment
from logistics.packing.container import CONTAINERS
from logistics.packing.fleet import cheapest_fleet
from logistics.places.place import PlaceKind, place_of
from tests.factories.logistics import make_buyer_party, make_consignment, make_item

TODAY = date(2026, 11, 21)
CHAIR = {"gross_weight_g": 6900, "length_mm": 560, "width_mm": 520, "height_mm": 940}
KINDS = {"BARGE": PlaceKind.PORT, "VESSEL": PlaceKind.PORT, "RAIL": PlaceKind.RAIL}


def chairs(quantity: int, **buyer: str) -> Consignment:
    return make_consignment(
        items=(make_item(quantity=quantity, **CHAIR),), packages=(), buyer=make_buyer_party(**buyer), freight=None
    )


def lane(service: str) -> LaneTariff:
    return next(found for found in lane_tariffs() if found.service == service)


def quoted(service: str, consignment: Consignment) -> Quote:
    found = through_quote(lane(service), consignment, TODAY)
    assert found is not None
    return found


def test_a_container_to_rotterdam_goes_by_truck_barge_vessel_and_truck() -> None:
    found = quoted("sea_fcl", chairs(240, country="NL"))
    assert [(leg.mode, leg.origin, leg.destination, str(leg.price)) for leg in found.legs] == [
        ("TRUCK", "", "VNBDG", "110.00 USD"),
        ("BARGE", "VNBDG", "VNTOT", "261.00 USD"),
        ("VESSEL", "VNTOT", "NLRTM", "2680.00 USD"),
        ("TRUCK", "NLRTM", "", "710.00 USD"),
        ("HANDLING", "VNTOT", "NLRTM", "227.80 USD"),  # 8.50 % of the vessel's stretch in November
    ]
    assert str(found.price) == "3988.80 USD"
    assert (found.zone, found.chargeable, found.unit) == ("Cái Mép – Rotterdam, 1 × 40HC", Decimal(2), "TEU")
    assert (found.min_days, found.max_days) == (32, 42)


def test_forty_chairs_to_hanoi_go_by_rail() -> None:
    found = quoted("rail_lcl", chairs(40, country="VN", region="Thành phố Hà Nội"))
    assert [leg.mode for leg in found.legs] == ["TRUCK", "RAIL", "TRUCK", "HANDLING"]
    assert found.legs[1].origin == "VNSTC"
    assert through_quote(lane("rail_lcl"), chairs(40, country="VN", region="Cần Thơ"), TODAY) is None


@pytest.mark.parametrize("quantity", [8, 30, 100, 900])
@pytest.mark.parametrize("country", ["NL", "US", "JP", "DE", "GB", "AU"])
def test_the_legs_add_up_to_the_price_and_the_days(country: str, quantity: int) -> None:
    for tariff in lane_tariffs():
        found = through_quote(tariff, chairs(quantity, country=country), TODAY)
        if found is None:
            continue
        assert sum(leg.price.amount for leg in found.legs) == found.price.amount
        assert sum(leg.min_days for leg in found.legs) == found.min_days <= found.max_days
        reached = [leg for leg in found.legs if leg.mode != "HANDLING"]
        assert [leg.destination for leg in reached[:-1]] == [leg.origin for leg in reached[1:]]


def test_little_goes_by_no_container_and_much_by_no_shared_one() -> None:
    small, large = chairs(2, country="NL"), chairs(400, country="NL")
    assert through_quote(lane("sea_fcl"), small, TODAY) is None
    assert through_quote(lane("sea_lcl_barge"), small, TODAY) is None
    assert through_quote(lane("sea_lcl_barge"), large, TODAY) is None


@pytest.mark.django_db
def test_the_carrier_offers_them_beside_the_others() -> None:
    found = carrier.quote(account=Account.none(), consignment=chairs(60, country="NL"), on=TODAY)
    assert {"sea_lcl", "sea_lcl_barge", "sea_fcl", "air_freight"} <= {quote.service for quote in found}


def test_every_stretch_is_between_places_that_can() -> None:
    for tariff in lane_tariffs():
        assert tariff.name == stretch.NAMES[tariff.service]
        for edition in tariff.editions:
            for each in (*(one for way in edition.first for one in way), *edition.main, *edition.last):
                for code in filter(None, (each.origin, each.destination)):
                    assert KINDS.get(each.mode) in {None, *place_of(code).kinds}, (tariff.service, code)
                assert set(each.prices) <= ({*CONTAINERS} if tariff.by_container else {"m3"})
                assert all(price > 0 for price in each.prices.values())
            ends = {each.destination for each in edition.main}
            assert ends == {each.origin for each in edition.last}, tariff.service
            assert {each.origin for each in edition.main} <= {way[-1].destination for way in edition.first}
    assert {tariff.service for tariff in lane_tariffs()} == set(stretch.NAMES)


def test_the_worked_example_of_containers() -> None:
    prices = {"20GP": Decimal(1450), "40HC": Decimal(2700)}
    found = cheapest_fleet(Decimal(75), Decimal(9000), prices)
    assert found is not None
    assert (dict(found.counts), found.price, found.teu) == ({"40HC": 1, "20GP": 1}, Decimal(4150), 3)
    heavy = cheapest_fleet(Decimal(10), Decimal(40_000), prices)
    assert (heavy is not None and dict(heavy.counts) == {"40HC": 1, "20GP": 1}) or heavy.price <= Decimal(4150)
    assert cheapest_fleet(Decimal(10_000), Decimal(1), prices) is None


@given(
    cbm=st.decimals(min_value=Decimal("0.1"), max_value=600, places=1),
    kg=st.integers(min_value=1, max_value=200_000),
    prices=st.lists(st.integers(min_value=100, max_value=9000), min_size=3, max_size=3),
)
def test_containers_hold_the_goods_and_no_single_type_is_cheaper(cbm: Decimal, kg: int, prices: list[int]) -> None:
    by_kind = dict(zip(CONTAINERS, map(Decimal, prices), strict=True))
    found = cheapest_fleet(cbm, Decimal(kg), by_kind)
    assert found is not None
    assert sum(CONTAINERS[kind].usable_cbm * count for kind, count in found.counts.items()) >= cbm
    assert sum(CONTAINERS[kind].payload_g * count for kind, count in found.counts.items()) >= kg * 1000
    for kind, price in by_kind.items():
        alone = cheapest_fleet(cbm, Decimal(kg), {kind: price})
        assert alone is not None and found.price <= alone.price
