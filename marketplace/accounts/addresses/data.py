"""A postal address as a value: what people type, what is checked, what orders keep a copy of."""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddressData:
    """A postal address. All text, empty where there is nothing.

    In Vietnam, where districts ended on 2025-07-01, ``country_area`` is the province or city under the
    central government, ``city_area`` the ward or commune, and ``city`` stays empty.
    """

    first_name: str = ""
    last_name: str = ""
    company_name: str = ""
    street_address_1: str = ""
    street_address_2: str = ""
    city: str = ""
    city_area: str = ""
    postal_code: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2, upper case."""
    country_area: str = ""
    phone: str = ""
    """E.164 once validated."""
    former_district: str = ""
    """The district of the former province of Bình Dương it lay in until 2025-06-30; carriers still ask for it."""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def as_dict(self) -> dict[str, str]:
        return dataclasses.asdict(self)


FIELD_NAMES = tuple(field.name for field in dataclasses.fields(AddressData))

LONGEST = {
    "first_name": 150,
    "last_name": 150,
    "company_name": 250,
    "street_address_1": 250,
    "street_address_2": 250,
    "city": 120,
    "city_area": 120,
    "postal_code": 20,
    "country": 2,
    "country_area": 120,
    "phone": 40,
    "former_district": 60,
}
"""Characters a field may be typed with."""
