"""Postal addresses: each country's rules, and Vietnam's two tiers."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marketplace.accounts.addresses.data import FIELD_NAMES, AddressData
from marketplace.accounts.addresses.problems import InvalidAddress
from marketplace.accounts.addresses.rules import address_rules
from marketplace.accounts.addresses.validate import validate_address
from marketplace.accounts.addresses.vietnam import former_district_named, is_in_binh_duong, province_named, vietnam

UTRECHT = AddressData(street_address_1="Voorbeeldgracht 12", postal_code="3511ab", city="Utrecht", country="nl")
DI_AN = AddressData(street_address_1="12 Ví Dụ", city_area="di an", country_area="Bình Dương", country="VN")
GEO = Path(__file__).parents[5] / "shared" / "data" / "geo"


def problems_of(address: AddressData) -> dict[str, str]:
    with pytest.raises(InvalidAddress) as caught:
        validate_address(address)
    return {name: problem.code for name, problem in caught.value.errors.items()}


def change(address: AddressData, **values: str) -> AddressData:
    return AddressData(**{**address.as_dict(), **values})


def test_dutch_address_is_normalised() -> None:
    checked = validate_address(change(UTRECHT, phone="030 234 5678", first_name="  Sanne\n"))
    assert (checked.country, checked.postal_code, checked.first_name) == ("NL", "3511AB", "Sanne")
    assert checked.phone == "+31302345678"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"postal_code": ""}, {"postal_code": "REQUIRED"}),
        ({"postal_code": "ABC"}, {"postal_code": "INVALID"}),
        ({"street_address_1": " "}, {"street_address_1": "REQUIRED"}),
        ({"country": ""}, {"country": "REQUIRED"}),
        ({"country": "XX"}, {"country": "INVALID"}),
        ({"country": "Netherlands"}, {"country": "INVALID"}),
        ({"phone": "12"}, {"phone": "INVALID"}),
        ({"former_district": "Dĩ An"}, {"former_district": "INVALID"}),
        ({"city": "x" * 500}, {"city": "INVALID"}),
        ({"city": "", "phone": "1"}, {"city": "REQUIRED", "phone": "INVALID"}),
    ],
)
def test_problems_are_told_by_field(values: dict[str, str], expected: dict[str, str]) -> None:
    assert problems_of(change(UTRECHT, **values)) == expected


@pytest.mark.parametrize(
    ("country", "values", "area"),
    [
        ("US", {"country_area": "California", "city": "Irvine", "postal_code": "92612"}, "CA"),
        ("JP", {"country_area": "大阪府", "city": "大阪市", "postal_code": "530-0001"}, "大阪府"),
        ("IT", {"country_area": "Milano", "city": "Milano", "postal_code": "20121"}, "MI"),
    ],
)
def test_country_areas_are_normalised(country: str, values: dict[str, str], area: str) -> None:
    address = AddressData(street_address_1="1 Example", country=country, **values)
    assert validate_address(address).country_area == area


def test_vietnamese_address_has_two_tiers() -> None:
    checked = validate_address(DI_AN)
    assert (checked.city_area, checked.country_area, checked.city) == ("Phường Dĩ An", "Thành phố Hồ Chí Minh", "")
    assert is_in_binh_duong(checked)
    assert validate_address(checked) == checked


@pytest.mark.parametrize(
    ("values", "ward", "province"),
    [
        ({"city_area": "", "city": "P. Lái Thiêu"}, "Phường Lái Thiêu", "Thành phố Hồ Chí Minh"),
        ({"city_area": "xa phu giao", "country_area": "TP.HCM"}, "Xã Phú Giáo", "Thành phố Hồ Chí Minh"),
        ({"city_area": "25760", "country_area": "79"}, "Phường Bình Dương", "Thành phố Hồ Chí Minh"),
        (
            {"city_area": "Dĩ An", "country_area": "", "city": "Ho Chi Minh City"},
            "Phường Dĩ An",
            "Thành phố Hồ Chí Minh",
        ),
        ({"city_area": "Phường Ba Đình", "country_area": "hanoi"}, None, None),
        ({"city_area": "Phường Ba Đình", "country_area": "Ha Noi"}, "Phường Ba Đình", "Thành phố Hà Nội"),
        ({"city_area": "Dĩ An", "country_area": "Tây Ninh"}, "Dĩ An", "Tỉnh Tây Ninh"),
        ({"city_area": "Xã Dĩ An"}, "Xã Dĩ An", "Thành phố Hồ Chí Minh"),
    ],
)
def test_what_people_type_in_vietnam(values: dict[str, str], ward: str | None, province: str | None) -> None:
    address = change(DI_AN, **values)
    if ward is None:
        assert problems_of(address) == {"country_area": "INVALID"}
        return
    checked = validate_address(address)
    assert (checked.city_area, checked.country_area) == (ward, province)


def test_former_district_belongs_to_the_former_province() -> None:
    assert validate_address(change(DI_AN, former_district="di an")).former_district == "Dĩ An"
    assert problems_of(change(DI_AN, former_district="Quận 1")) == {"former_district": "INVALID"}
    assert problems_of(change(DI_AN, country_area="Tây Ninh", former_district="Dĩ An")) == {
        "former_district": "INVALID"
    }
    assert former_district_named("Phu Giao") == "Phú Giáo"


def test_vietnamese_requirements() -> None:
    assert problems_of(AddressData(country="VN")) == {
        "street_address_1": "REQUIRED",
        "city_area": "REQUIRED",
        "country_area": "REQUIRED",
    }
    assert problems_of(change(DI_AN, postal_code="12")) == {"postal_code": "INVALID"}


def test_the_facts_are_complete() -> None:
    facts = vietnam()
    assert (len(facts.provinces), len(facts.wards), len(facts.former_districts)) == (34, 36, 9)
    assert sum(name.startswith("Phường") for name in facts.wards.values()) == 24
    assert province_named("Bà Rịa–Vũng Tàu") == province_named("TP. Hồ Chí Minh") == facts.binh_duong_province


@pytest.mark.skipif(not GEO.exists(), reason="the reference data of the administrative units is not on this machine")
def test_the_facts_agree_with_the_reference_data() -> None:
    units = list(csv.DictReader((GEO / "vn_admin_units_2025.csv").open(encoding="utf-8")))
    assert {(province.code, province.name) for province in vietnam().provinces} == {
        (unit["province_code"], unit["province"]) for unit in units
    }
    wards = json.loads((GEO / "binh_duong_wards_2025.geojson").read_text(encoding="utf-8"))["features"]
    assert vietnam().wards == {ward["properties"]["code"]: ward["properties"]["fullName"] for ward in wards}


def test_rules_for_forms() -> None:
    dutch = address_rules("nl")
    assert dutch is not None
    assert set(dutch.required_fields) == {"country", "street_address_1", "postal_code", "city"}
    vietnamese = address_rules("VN", "Bình Dương")
    assert vietnamese is not None
    assert ("Phường Dĩ An", "Phường Dĩ An") in vietnamese.city_area_choices
    assert len(vietnamese.country_area_choices) == 34
    american = address_rules("US")
    assert american is not None
    assert dict(american.country_area_choices)["CA"] == "California"
    assert address_rules("ZZ") is None


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({name: st.text(max_size=30) for name in FIELD_NAMES}), st.sampled_from(["VN", "US", "CN", ""])
)
def test_nothing_typed_breaks_it(values: dict[str, str], country: str) -> None:
    address = AddressData(**{**values, "country": country or values["country"]})
    try:
        checked = validate_address(address)
    except InvalidAddress as refusal:
        assert refusal.problems
    else:
        assert validate_address(checked) == checked
