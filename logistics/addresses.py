"""An address within Vietnam in the form a carrier takes: ward and province since 2025-07-01, with a district before."""

from __future__ import annotations

from dataclasses import dataclass

from logistics.carrier import CarrierError
from logistics.consignment import Party
from marketplace.accounts.addresses.former import FormerPlaceUnknown, former_place, unit_named
from marketplace.accounts.addresses.vietnam import province_named


@dataclass(frozen=True, slots=True)
class PresentAddress:
    """Street, ward and province, each with its kind in front of its name."""

    street: str
    ward: str
    province: str

    @property
    def line(self) -> str:
        return f"{self.street}, {self.ward}, {self.province}"


@dataclass(frozen=True, slots=True)
class FormerAddress:
    street: str
    """With the ward of today behind it: whoever drives there finds the signs of today."""
    ward: str
    """Empty where the ward of today was made of several."""
    district: str
    province: str


class UnknownAddress(CarrierError):
    """The place has no certain name in the form this carrier takes. ``missing``: street, ward, province, district."""

    def __init__(self, carrier: str, missing: str) -> None:
        super().__init__(carrier, f"the {missing} of the address is not known", permanent=True)
        self.missing = missing


def vn_2025(party: Party, carrier: str) -> PresentAddress:
    """Ward and province as in force; raises `UnknownAddress` when something is missing."""
    for missing, value in (("street", party.street), ("ward", party.area), ("province", party.region)):
        if not value:
            raise UnknownAddress(carrier, missing)
    province = province_named(party.region)
    if province is None:
        raise UnknownAddress(carrier, "province")
    unit = unit_named(party.area) if province.code == "79" else None
    return PresentAddress(", ".join(party.street), unit.name if unit else party.area, province.name)


def vn_pre_2025(party: Party, carrier: str) -> FormerAddress:
    """Ward, district and province as they were; raises `UnknownAddress` where that is not certain."""
    present = vn_2025(party, carrier)
    try:
        place = former_place(ward=present.ward, province=present.province, district=party.former_district)
    except FormerPlaceUnknown as unknown:
        raise UnknownAddress(carrier, "former district") from unknown
    return FormerAddress(f"{present.street}, {present.ward}", place.ward, place.district, place.province)
