"""Where a maker works, on a map."""

import pytest

from frontend.maps.makers_place import DISTRICTS, makers_place


def test_every_district_is_drawn_once_and_inside() -> None:
    for district in DISTRICTS:
        made = makers_place(district)
        assert made is not None
        assert [town.name for town in made.towns if town.is_it] == [district]
        assert all(0 < town.x < made.width and 0 < town.y < made.height for town in made.towns)


@pytest.mark.parametrize(
    ("written", "district", "kilometres"),
    [
        ("Thành phố Thuận An", "Thuận An", 20),
        ("Huyện Bắc Tân Uyên", "Bắc Tân Uyên", 40),
        ("Dầu Tiếng", "Dầu Tiếng", 70),
    ],
)
def test_a_district_is_known_with_what_it_was(written: str, district: str, kilometres: int) -> None:
    made = makers_place(written)
    assert made is not None
    assert (made.district, made.km_to_port) == (district, kilometres)


@pytest.mark.parametrize("elsewhere", [None, "", "Quận 1"])
def test_elsewhere_has_no_map(elsewhere: str | None) -> None:
    assert makers_place(elsewhere) is None
