"""The countries of the world as squares."""

from decimal import Decimal

import pytest

from frontend.maps.country_tiles import PLACES, country_tiles
from i18n.formatting import country_name


def say(value: Decimal) -> str:
    return f"{value} EUR"


def test_every_square_is_a_country_of_its_own_place() -> None:
    assert len(set(PLACES.values())) == len(PLACES) > 190
    assert all(country_name(code, "en") != code for code in PLACES)
    assert all(PLACES["VN"][0] > PLACES[code][0] for code in ("NL", "US", "IN")), "east is right"
    assert all(PLACES["NO"][1] < PLACES[code][1] for code in ("NL", "NG", "ZA")), "north is up"


@pytest.mark.parametrize("language", ["en", "vi", "ja"])
def test_figures_shade_their_countries_and_are_said(language: str) -> None:
    drawn = country_tiles({"NL": Decimal(400), "JP": Decimal(100), "US": Decimal(1), "ZZ": Decimal(9)}, say, language)
    assert drawn is not None
    levels = {tile.code: tile.level for tile in drawn.tiles if tile.level}
    assert levels == {"NL": 4, "JP": 3, "US": 1}, "what has no place on the map is in the table alone"
    assert drawn.leading == tuple(
        f"{country_name(code, language)}: {amount} EUR" for code, amount in (("NL", 400), ("JP", 100), ("US", 1))
    )
    said = {tile.code: tile.said for tile in drawn.tiles}
    assert said["VN"] == country_name("VN", language)


def test_without_figures_there_is_no_map() -> None:
    assert country_tiles({}, say, "en") is None
    assert country_tiles({"NL": Decimal(0), "ZZ": Decimal(5)}, say, "en") is None
