"""The shipper and the receiver as MyDHL wants them."""

from __future__ import annotations

import textwrap
from typing import Any

from logistics.carrier import CarrierError
from logistics.carriers.dhl_express.calling import CODE
from logistics.consignment import Party, Registration, RegistrationKind

Json = dict[str, Any]
_LINE, _LINES = 45, 3
_TYPE_CODES = {RegistrationKind.VAT: "VAT", RegistrationKind.EORI: "EOR", RegistrationKind.EIN: "EIN"}


def place(party: Party) -> Json:
    """As much as prices depend on. Vietnamese addresses have no city: the province is what DHL's routing knows."""
    return {
        "postalCode": party.postal_code[:12],
        "cityName": (party.city or party.region or party.area)[:45],
        "countryCode": party.country,
    }


def details(party: Party, *, further: tuple[Json, ...] = ()) -> Json:
    """With contact and registrations; raises `CarrierError` where DHL could not find the door, or ring."""
    numbers = [_registration(each) for each in party.registrations] + list(further)
    return {
        "postalAddress": {**place(party), **_lines(party)},
        "contactInformation": _contact(party),
        "typeCode": "business" if party.is_business else "private",
        **({"registrationNumbers": numbers} if numbers else {}),
    }


def ioss(number: str) -> Json:
    """The Import One-Stop Shop number of whoever sold the goods, ``IM`` and ten digits, three of them its country."""
    return {"typeCode": "SDT", "number": number, "issuerCountryCode": _IOSS_COUNTRIES.get(number[2:5], "")}


def eori(number: str) -> Json:
    return {"typeCode": "EOR", "number": number, "issuerCountryCode": number[:2]}


def _registration(registration: Registration) -> Json:
    return {
        "typeCode": _TYPE_CODES[registration.kind],
        "number": registration.number,
        "issuerCountryCode": registration.country,
    }


def _lines(party: Party) -> Json:
    """Street, ward and what else is no city, in at most three lines."""
    told = [*party.street, party.area]
    if party.city and party.region and party.region != party.city:
        told.append(party.region)
    lines = [line for part in told if part for line in textwrap.wrap(part, _LINE)]
    if len(lines) > _LINES:
        lines = textwrap.wrap(", ".join(part for part in told if part), _LINE)
    if not lines or len(lines) > _LINES:
        raise CarrierError(CODE, f"the street does not fit into {_LINES} lines of {_LINE}", permanent=True)
    return {f"addressLine{number}": line for number, line in enumerate(lines, start=1)}


def _contact(party: Party) -> Json:
    if not party.phone:
        raise CarrierError(CODE, f"a telephone number in {party.country} is wanted", permanent=True)
    return {
        "phone": party.phone[:70],
        "companyName": (party.company or party.name)[:100],
        "fullName": (party.name or party.company)[:255],
        **({"email": party.email[:70]} if party.email else {}),
    }


# ISO 3166-1 numeric to alpha-2 of the Union, as Council Directive 2006/112/EC article 369q numbers are made.
_IOSS_COUNTRIES = {
    "040": "AT", "056": "BE", "100": "BG", "191": "HR", "196": "CY", "203": "CZ", "208": "DK", "233": "EE",
    "246": "FI", "250": "FR", "276": "DE", "300": "GR", "348": "HU", "372": "IE", "380": "IT", "428": "LV",
    "440": "LT", "442": "LU", "470": "MT", "528": "NL", "616": "PL", "620": "PT", "642": "RO", "703": "SK",
    "705": "SI", "724": "ES", "752": "SE",
}  # fmt: skip
IOSS_COUNTRIES = frozenset(_IOSS_COUNTRIES.values())
