"""The table of places is sound in itself, and agrees with UN/LOCODE where that is right."""

import csv
import gzip
from pathlib import Path

import pytest

from logistics.places.distance import distance_km
from logistics.places.place import PlaceKind, UnknownPlace, place_of, places, places_of_kind
from logistics.places.search import find_places

PUBLISHED = Path(__file__).resolve().parents[4] / "shared" / "data" / "trade" / "unlocode.csv.gz"
FUNCTIONS = {"1": "port", "2": "rail", "3": "road", "4": "airport", "6": "depot"}
MISPLACED = {"VNBDU", "VNGIL", "CNYTN", "CNTAO", "JPSMZ"}
"""Where the published position is in another province; ours is of the quay, yard or runway."""
ADDED = {
    "VNSTC": {"rail"},  # the station of Sóng Thần, beside the depot
    "VNDI2": {"rail"},
    "VNGIL": {"rail"},
    "VNLCA": {"rail"},
    # The list names the city's airport in the row of the port, or its row is broken.
    **{code: {"port"} for code in ("CNDLC", "CNNGB", "CNSHA", "CNTAO", "CNXMN")},
    **{code: {"port", "airport"} for code in ("IDJKT", "JPNGO")},
}
"""What these places can do although the published list does not say so."""


def test_every_place_is_on_earth_and_can_do_something() -> None:
    found = places()
    assert len(found) >= 150
    assert list(found) == sorted(found)
    for code, place in found.items():
        assert len(code) == 5 and code.isalnum() and code == code.upper(), code
        assert place.name and place.kinds, code
        assert -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180, code


def test_the_places_of_binh_duong_are_in_binh_duong() -> None:
    assert place_of("vn stc").kinds >= {PlaceKind.RAIL, PlaceKind.DEPOT}
    for code in ("VNBDG", "VNBDU", "VNSTC", "VNTHD", "VNDI2"):
        place = place_of(code)
        assert 10.8 < place.latitude < 11.6 and 106.3 < place.longitude < 107.0, code


def test_an_unknown_code_says_which() -> None:
    with pytest.raises(UnknownPlace) as refused:
        place_of("XXXXX")
    assert refused.value.code == "XXXXX"


def test_distances_are_those_of_the_globe() -> None:
    assert distance_km(place_of("SGSIN"), place_of("SGSIN")) == 0
    assert distance_km(place_of("NLRTM"), place_of("SGSIN")) == pytest.approx(10_500, abs=100)
    assert distance_km(place_of("VNBDG"), place_of("VNTOT")) == pytest.approx(45, abs=5)


def test_places_are_found_without_their_accents_and_by_code() -> None:
    assert [place.code for place in find_places("cai mep")] == ["VNCMT", "VNTOT"]
    assert find_places("NLRTM")[0].name == "Rotterdam"
    assert find_places("sóng thần")[0].code == "VNSTC"
    assert find_places("nowhere at all") == []
    assert all(PlaceKind.RAIL in place.kinds for place in find_places("", kind=PlaceKind.RAIL, most=50))
    assert {place.country for place in places_of_kind(PlaceKind.PORT, country="NL")} == {"NL"}


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published list is not on this machine")
def test_codes_functions_and_positions_agree_with_the_published_list() -> None:
    with gzip.open(PUBLISHED, "rt", encoding="utf-8", newline="") as lines:
        published: dict[str, list[dict[str, str]]] = {}
        for row in csv.DictReader(lines):
            published.setdefault(row["country"] + row["location"], []).append(row)
    for code, place in places().items():
        assert code in published, code
        said = {FUNCTIONS[letter] for row in published[code] for letter in row["function"] if letter in FUNCTIONS}
        assert {str(kind) for kind in place.kinds} <= said | ADDED.get(code, set()), (code, said)
        if code not in MISPLACED:
            assert any(_near(row, place.latitude, place.longitude) for row in published[code]), (code, published[code])


def _near(row: dict[str, str], latitude: float, longitude: float) -> bool:
    try:
        return abs(float(row["lat"]) - latitude) < 0.5 and abs(float(row["lon"]) - longitude) < 0.5
    except ValueError:
        return True  # the list has none, or its row is broken
