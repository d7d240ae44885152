"""The arithmetic of tariffs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistics.carrier import Account, CarrierError
from logistics.carriers.rate_table import tariff as tariff_module
from logistics.carriers.rate_table.carrier import carrier
from logistics.carriers.rate_table.chargeable import chargeable
from logistics.carriers.rate_table.fuel.surcharge import NoSurcharge, surcharge_on
from logistics.carriers.rate_table.price import per_unit_price, price_in, price_of
from logistics.carriers.rate_table.tariff import Tariff, Zone, tariffs
from logistics.consignment import Package
from tests.factories.logistics import make_consignment, make_item

pytestmark = pytest.mark.django_db  # whoever quotes looks for tables of the seller's first
NOBODY = Account.none()
TODAY = date(2026, 11, 21)
PER_KG = ((Decimal(45), Decimal("6.40")), (Decimal(100), Decimal("5.10")))
ZONES = [(tariff, zone) for tariff in tariffs() for edition in tariff.editions for zone in edition.zones]


def tariff(service: str) -> Tariff:
    return next(found for found in tariffs() if found.service == service)


def total(found: Tariff, zone: Zone, quantity: Decimal) -> Decimal:
    priced = price_in(found, zone, quantity, TODAY)
    assert priced is not None
    return priced.total


def test_the_worked_example_of_chargeable_weight() -> None:
    cartons = tuple(Package(number, 10_000, 600, 500, 400) for number in (1, 2))
    counted = chargeable(make_consignment(packages=cartons), tariff("courier_express"))
    assert (counted.quantity, counted.by_volume) == (Decimal("48.0"), True)


def test_heavy_goods_count_by_weight() -> None:
    counted = chargeable(make_consignment(packages=(Package(1, 20_100, 200, 200, 200),)), tariff("courier_express"))
    assert (counted.quantity, counted.by_volume) == (Decimal("20.5"), False)


def test_sea_freight_counts_tonnes_when_they_are_more() -> None:
    heavy = Package(1, 2_450_000, 1000, 1000, 1000)
    counted = chargeable(make_consignment(packages=(heavy,)), tariff("sea_lcl"))
    assert (counted.quantity, counted.by_volume) == (Decimal("2.5"), False)


def test_the_worked_example_of_a_price() -> None:
    zone = next(zone for found, zone in ZONES if found.service == "courier_express" and zone.code == "European Union")
    assert price_of(zone, Decimal(12), Decimal("0.5")) == Decimal("192.00")
    assert price_of(zone, Decimal(21), Decimal("0.5")) == Decimal("200.80")


@pytest.mark.parametrize(("found", "zone"), ZONES, ids=lambda value: getattr(value, "service", None) or value.code)
def test_more_never_costs_less(found: Tariff, zone: Zone) -> None:
    quantities = [found.step * number for number in range(1, 120)]
    prices = [total(found, zone, quantity) for quantity in quantities]
    assert prices == sorted(prices)
    assert prices[0] > 0


@given(st.decimals(min_value=Decimal("0.001"), max_value=2000, places=3))
def test_a_price_is_whole_minor_units(quantity: Decimal) -> None:
    for found, zone in ZONES:
        assert total(found, zone, quantity) == total(found, zone, quantity).quantize(Decimal("0.01"))


def test_a_package_that_is_too_heavy_is_not_taken() -> None:
    consignment = make_consignment(packages=(Package(1, 31_000, 500, 400, 300),))
    services = {quote.service for quote in carrier.quote(account=NOBODY, consignment=consignment, on=TODAY)}
    assert services == {"air_freight", "courier_express", "sea_lcl"}


def test_without_a_weight_there_is_no_price() -> None:
    weightless = make_consignment(items=(make_item(net_weight_g=0, gross_weight_g=0),), packages=())
    with pytest.raises(CarrierError) as refused:
        carrier.quote(account=NOBODY, consignment=weightless, on=TODAY)
    assert refused.value.permanent


def test_without_a_volume_there_is_no_sea_freight() -> None:
    flat = make_consignment(items=(make_item(length_mm=0),), packages=())
    assert "sea_lcl" not in {quote.service for quote in carrier.quote(account=NOBODY, consignment=flat, on=TODAY)}


def test_air_freight_takes_the_next_break_where_that_is_less() -> None:
    zone = Zone("Somewhere", frozenset({"NL"}), (), (1, 2), (), Decimal(0), per_unit=PER_KG)
    assert per_unit_price(zone, Decimal(60)) == Decimal("384.00")
    assert per_unit_price(zone, Decimal(90)) == Decimal("510.00")


def test_the_fuel_surcharge_is_that_of_the_month() -> None:
    zone = Zone("Somewhere", frozenset({"NL"}), (), (1, 2), (), Decimal(0), per_unit=PER_KG)
    air = tariff("air_freight")
    by_day = {day: price_in(air, zone, Decimal(100), day) for day in (date(2026, 10, 31), date(2026, 11, 1))}
    assert {day: priced and (priced.freight, priced.fuel) for day, priced in by_day.items()} == {
        date(2026, 10, 31): (Decimal("510.00"), Decimal("87.98")),  # 17.25 %
        date(2026, 11, 1): (Decimal("510.00"), Decimal("86.70")),  # 17.00 %
    }
    least = price_in(air, zone, Decimal(1), TODAY)
    assert least and least.freight == Decimal("288.00")  # 45 kg, above the minimum of 210.00
    assert surcharge_on("jet", date(2031, 5, 1)).percent == Decimal("17.50")  # the last that is known
    with pytest.raises(NoSurcharge):
        surcharge_on("jet", date(2025, 12, 31))


def test_texts_for_translators_are_those_of_the_files() -> None:
    assert {found.service: found.name for found in tariffs()} == tariff_module.NAMES
    assert {zone.code for _, zone in ZONES} == set(tariff_module.ZONES)


@pytest.mark.parametrize("found", tariffs(), ids=lambda found: found.service)
def test_editions_do_not_overlap_and_places_have_one_zone(found: Tariff) -> None:
    for day in (date(2026, 1, 1), TODAY, date(2030, 1, 1)):
        assert sum(edition.holds_on(day) for edition in found.editions) == 1
    for edition in found.editions:
        covered = [country for zone in edition.zones if not zone.regions for country in zone.countries]
        assert len(covered) == len(set(covered))
