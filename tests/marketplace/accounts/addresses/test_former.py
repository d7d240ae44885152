"""Places in Ho Chi Minh City as they were written until 2025-06-30."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from marketplace.accounts.addresses.former import FormerPlace, FormerPlaceUnknown, former_place, unit_named, units
from marketplace.accounts.addresses.vietnam import former_district_named, vietnam

FACTS = Path(__file__).parents[5] / "shared" / "data" / "geo" / "vn_admin_units_2025.csv"
CITY, BINH_DUONG = "Thành phố Hồ Chí Minh", "Tỉnh Bình Dương"


def test_the_city_has_168_units_and_36_of_them_were_binh_duong() -> None:
    assert len(units()) == 168
    assert Counter(unit.former_province for unit in units().values())[BINH_DUONG] == 36
    assert {code: unit.name for code, unit in units().items() if unit.former_province == BINH_DUONG} == vietnam().wards
    assert all(unit.was for unit in units().values())


@pytest.mark.skipif(not FACTS.exists(), reason="the official list of units is not on this machine")
def test_the_units_are_those_of_the_official_list() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        official = {row["ward_code"]: row["ward"] for row in csv.DictReader(file) if row["province_code"] == "79"}
    assert {code: unit.name for code, unit in units().items()} == official


def test_no_two_units_share_a_bare_name() -> None:
    bare = Counter(unit.name.split(" ", 2 if unit.name.startswith("Đặc khu") else 1)[-1] for unit in units().values())
    assert [name for name, count in bare.items() if count > 1] == []


def test_districts_of_binh_duong_are_those_people_may_choose() -> None:
    districts = {name for unit in units().values() if unit.former_province == BINH_DUONG for name in unit.was}
    bare = {former_district_named(name.removeprefix("Thành phố ").removeprefix("Huyện ")) for name in districts}
    assert bare == set(vietnam().former_districts)


@pytest.mark.parametrize(
    ("ward", "district", "expected"),
    [
        ("Phường Thuận Giao", "", FormerPlace("", "Thành phố Thuận An", BINH_DUONG)),
        ("thuan giao", "", FormerPlace("", "Thành phố Thuận An", BINH_DUONG)),
        ("Phường Vĩnh Tân", "Tân Uyên", FormerPlace("Phường Vĩnh Tân", "Thành phố Tân Uyên", BINH_DUONG)),
        ("Phường Vĩnh Tân", "Bắc Tân Uyên", FormerPlace("Thị trấn Tân Bình", "Huyện Bắc Tân Uyên", BINH_DUONG)),
        ("Phường Bình Phú", "Quận 8", FormerPlace("Phường 16", "Quận 8", CITY)),
        ("Đặc khu Côn Đảo", "", FormerPlace("", "Huyện Côn Đảo", "Tỉnh Bà Rịa - Vũng Tàu")),
    ],
)
def test_what_is_certain(ward: str, district: str, expected: FormerPlace) -> None:
    assert former_place(ward=ward, province=CITY, district=district) == expected


def test_what_is_not_certain_is_not_guessed() -> None:
    with pytest.raises(FormerPlaceUnknown) as caught:
        former_place(ward="Phường Vĩnh Tân", province=CITY)
    assert set(caught.value.districts) == {"Huyện Bắc Tân Uyên", "Thành phố Tân Uyên"}
    for ward, province, district in (
        ("Phường Vĩnh Tân", CITY, "Dĩ An"),
        ("Phường Ba Đình", "Thành phố Hà Nội", "Ba Đình"),
        ("Phường Thuận Giao", "Thành phố Hà Nội", ""),
        ("Phường Không Có", CITY, ""),
    ):
        with pytest.raises(FormerPlaceUnknown):
            former_place(ward=ward, province=province, district=district)


def test_former_names_of_the_province_lead_to_the_same_place() -> None:
    assert former_place(ward="Dĩ An", province="Bình Dương") == former_place(ward="Phường Dĩ An", province=CITY)
    assert unit_named("P. Dĩ An") == unit_named("phường dĩ an")
    assert unit_named("Xã Dĩ An") is None
