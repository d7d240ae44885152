"""Postal addresses in the API: as they are shown, as they are typed, and what a form has to ask for."""

import enum
from typing import Any

from i18n.addresses import format_address
from i18n.formatting import country_name
from i18n.graphql.types.country import CountryCode, CountryDisplay
from marketplace.accounts.addresses.address import Address as AddressRow
from marketplace.accounts.addresses.data import FIELD_NAMES, AddressData
from marketplace.accounts.addresses.former import FormerPlace as FormerPlaceValue
from marketplace.accounts.addresses.former import FormerPlaceUnknown, former_place
from marketplace.accounts.addresses.rules import AddressRules
from marketplace.accounts.addresses.vietnam import COUNTRY
from marketplace.accounts.graphql.case import camel
from marketplace.graphql import (
    ANYONE,
    ID,
    Enum,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    to_global_id,
)

AddressTypeEnum = Enum.from_enum(
    enum.StrEnum("AddressTypeEnum", {"BILLING": "BILLING", "SHIPPING": "SHIPPING"}),
    description="What an address is for.",
)


class FormerPlace(ObjectType):
    """A place in Vietnam as it was written until 2025-06-30; some carriers and older papers still want it."""

    class Meta:
        access = ANYONE

    ward = Field(String, description="Null where the ward of today was made of several.")
    district = Field(String, required=True)
    province = Field(String, required=True)

    @staticmethod
    @batch
    def resolve_ward(places: list[FormerPlaceValue], info: Any) -> list[str | None]:
        return [place.ward or None for place in places]


class Address(ObjectType):
    """A postal address. Who may see it is decided by the field that leads to it."""

    class Meta:
        access = ANYONE

    id = Field(ID, description="Null for an address that is only a copy in an order.")
    first_name = Field(String, required=True)
    last_name = Field(String, required=True)
    company_name = Field(String, required=True)
    street_address_1 = Field(String, required=True)
    street_address_2 = Field(String, required=True)
    city = Field(String, required=True, description="Empty in Vietnam, where the ward stands in cityArea.")
    city_area = Field(String, required=True)
    postal_code = Field(String, required=True)
    country = Field(CountryDisplay, required=True)
    country_area = Field(String, required=True)
    phone = Field(String, description="E.164.")
    former_district = Field(String, description="The district of the former province of Bình Dương.")
    former_place = Field(
        FormerPlace,
        description="What the place was called until 2025-06-30, where that is certain; null elsewhere. Known for "
        "Ho Chi Minh City, Bình Dương included; a ward whose land was in several districts needs formerDistrict.",
    )
    formatted = Field(
        NonNull(List(NonNull(String))), description="The lines as the post office of the country wants them."
    )

    @staticmethod
    @batch
    def resolve_id(addresses: list[Any], info: Any) -> list[str | None]:
        keys = [getattr(address, "pk", None) for address in addresses]
        return [None if key is None else to_global_id("Address", key) for key in keys]

    @staticmethod
    @batch
    def resolve_phone(addresses: list[Any], info: Any) -> list[str | None]:
        return [address.phone or None for address in addresses]

    @staticmethod
    @batch
    def resolve_former_district(addresses: list[Any], info: Any) -> list[str | None]:
        return [address.former_district or None for address in addresses]

    @staticmethod
    @batch
    def resolve_former_place(addresses: list[Any], info: Any) -> list[FormerPlaceValue | None]:
        return [_former_place(_data(address)) for address in addresses]

    @staticmethod
    @batch
    def resolve_formatted(addresses: list[Any], info: Any) -> list[list[str]]:
        return [format_address(_data(address).as_dict(), info.context.language) for address in addresses]


def _former_place(address: AddressData) -> FormerPlaceValue | None:
    if address.country != COUNTRY:
        return None
    try:
        return former_place(ward=address.city_area, province=address.country_area, district=address.former_district)
    except FormerPlaceUnknown:
        return None


def _data(address: AddressRow | AddressData) -> AddressData:
    return address if isinstance(address, AddressData) else address.as_data()


class AddressInput(InputObjectType):
    """An address as it is typed; `addressValidationRules` says what a country needs."""

    first_name = String()
    last_name = String()
    company_name = String()
    street_address_1 = String()
    street_address_2 = String()
    city = String()
    city_area = String()
    postal_code = String()
    country = CountryCode(description="ISO 3166-1 alpha-2.")
    country_area = String()
    phone = String()
    former_district = String()


def to_address_data(given: Any) -> AddressData:
    """The value of an `AddressInput`; a field that is left out or null is empty."""
    return AddressData(**{name: given.get(name) or "" for name in FIELD_NAMES})


class ChoiceValue(ObjectType):
    """Something to choose: what is sent, and what people read."""

    class Meta:
        access = ANYONE

    raw = Field(String)
    verbose = Field(String)

    @staticmethod
    @batch
    def resolve_raw(choices: list[tuple[str, str]], info: Any) -> list[str]:
        return [raw for raw, _verbose in choices]

    @staticmethod
    @batch
    def resolve_verbose(choices: list[tuple[str, str]], info: Any) -> list[str]:
        return [verbose for _raw, verbose in choices]


class AddressValidationData(ObjectType):
    """What a form for addresses of a country has to ask for."""

    class Meta:
        access = ANYONE

    country_code = Field(String, required=True)
    country_name = Field(String, required=True)
    required_fields = Field(NonNull(List(NonNull(String))))
    allowed_fields = Field(NonNull(List(NonNull(String))))
    country_area_choices = Field(NonNull(List(NonNull(ChoiceValue))))
    city_area_choices = Field(NonNull(List(NonNull(ChoiceValue))))
    postal_code_examples = Field(NonNull(List(NonNull(String))))
    address_format = Field(
        String,
        required=True,
        description="%N name, %O firm, %A street, %D city area, %C city, "
        "%S country area, %Z postal code, %n a new line.",
    )
    address_latin_format = Field(String, required=True, description="The same where Latin letters are used.")
    country_area_type = Field(String, required=True, description="What it is called there, such as province.")
    city_type = Field(String, required=True)
    city_area_type = Field(String, required=True)
    postal_code_type = Field(String, required=True)
    city_choices = Field(NonNull(List(NonNull(ChoiceValue))))
    postal_code_matchers = Field(NonNull(List(NonNull(String))), description="Regular expressions; any may fit.")
    upper_fields = Field(NonNull(List(NonNull(String))), description="Written in capital letters there.")

    resolve_address_latin_format = attribute("address_format")

    @staticmethod
    def resolve_country_code(rules: AddressRules, info: Any) -> str:
        return rules.country

    @staticmethod
    def resolve_country_name(rules: AddressRules, info: Any) -> str:
        return country_name(rules.country, info.context.language)

    @staticmethod
    def resolve_required_fields(rules: AddressRules, info: Any) -> list[str]:
        return [camel(name) for name in rules.required_fields]

    @staticmethod
    def resolve_upper_fields(rules: AddressRules, info: Any) -> list[str]:
        return [camel(name) for name in rules.upper_fields]

    @staticmethod
    def resolve_allowed_fields(rules: AddressRules, info: Any) -> list[str]:
        return [camel(name) for name in rules.allowed_fields]
