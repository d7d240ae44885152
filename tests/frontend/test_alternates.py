from typing import Any

from frontend.alternates import alternates, region_of
from frontend.filters import bcp47
from i18n.languages import LANGUAGES

CHANNELS = [
    {"slug": "vn", "countries": [{"code": "VN"}]},
    {"slug": "eu", "countries": [{"code": "NL"}, {"code": "IT"}]},
]


def _address(**changed: Any) -> str:
    return f"/{changed['language']}/x"


def test_each_language_and_whoever_reads_none_of_them() -> None:
    found = alternates(_address, "eu", CHANNELS)
    assert found[-1] == ("x-default", "/en/x")
    assert dict(found[:-1]) == {code: f"/{code}/x" for code in LANGUAGES}


def test_a_market_of_one_country_names_its_region() -> None:
    assert ("vi-VN", "/vi/x") in alternates(_address, "vn", CHANNELS)
    assert region_of("eu", CHANNELS) == region_of("nowhere", CHANNELS) == ""


def test_the_languages_of_the_api_are_those_of_the_addresses() -> None:
    assert {bcp47(code.upper().replace("-", "_")) for code in LANGUAGES} == set(LANGUAGES)
