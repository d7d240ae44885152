"""An address within Vietnam in the form a carrier takes: ward and province since 2025-07-01, with a district before."""

from __future__ import annotations

from dataclasses import dataclass

from logistics.carrier import CarrierError
from logistics.consignment import Party


@dataclass(frozen=True, slots=True)
class PresentAddress:
    street: str
    ward: str
    province: str


class UnknownAddress(CarrierError):
    """The place has no certain name in the form this carrier takes."""

    def __init__(self, carrier: str, missing: str) -> None:
        super().__init__(carrier, f"the address has no {missing}", permanent=True)
        self.missing = missing


def vn_2025(party: Party, carrier: str) -> PresentAddress:
    """Ward and province as in force; raises `UnknownAddress` when one of them is missing."""
    for missing, value in (("street", party.street), ("ward", party.area), ("province", party.region)):
        if not value:
            raise UnknownAddress(carrier, missing)
    return PresentAddress(", ".join(party.street), party.area, party.region)
