"""Parcels as the seller measured them, and as the shipment keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalog.traceability.active_codes import require_active_codes
from catalog.traceability.code import normalise
from logistics.consignment import Consignment, Package
from logistics.shipments.shipment import Parcel, ParcelTraceCode, Shipment
from logistics.shipments.sscc.mint import mint_ssccs


@dataclass(frozen=True, slots=True)
class ParcelData:
    """One package as the seller measured it; a length of 0 is unknown."""

    gross_weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    trace_codes: tuple[str, ...] = ()


def with_packages(consignment: Consignment, parcels: Sequence[ParcelData]) -> Consignment:
    """The consignment with the parcels as its packages, unless it says itself how it is packed."""
    if consignment.packages or not parcels:
        return consignment
    packages = tuple(
        Package(number, parcel.gross_weight_g, parcel.length_mm, parcel.width_mm, parcel.height_mm)
        for number, parcel in enumerate(parcels, start=1)
    )
    return replace(consignment, packages=packages)


def packed(parcels: Sequence[ParcelData], consignment: Consignment, codes: Sequence[str]) -> list[ParcelData]:
    """As given; else the consignment's packages; else one parcel of the whole weight. ``codes`` go with the first."""
    found = list(parcels) or [
        ParcelData(package.gross_weight_g, package.length_mm, package.width_mm, package.height_mm)
        for package in consignment.packages
    ]
    found = found or [ParcelData(consignment.total_gross_weight_g)]
    found[0] = replace(found[0], trace_codes=(*found[0].trace_codes, *codes))
    return found


def store_parcels(shipment: Shipment, parcels: Sequence[ParcelData]) -> None:
    """All at once, however many; raises ``UnknownTraceCodes`` for codes that are not active codes of the seller."""
    require_active_codes(seller_id=shipment.seller_id, codes=[code for data in parcels for code in data.trace_codes])
    numbers = mint_ssccs(seller_id=shipment.seller_id, count=len(parcels))
    stored = Parcel.objects.bulk_create(
        Parcel(
            shipment=shipment,
            number=number,
            gross_weight_g=data.gross_weight_g,
            length_mm=data.length_mm,
            width_mm=data.width_mm,
            height_mm=data.height_mm,
            sscc=sscc,
            sscc_is_internal=is_internal,
        )
        for number, (data, (sscc, is_internal)) in enumerate(zip(parcels, numbers, strict=True), start=1)
    )
    ParcelTraceCode.objects.bulk_create(
        ParcelTraceCode(parcel=parcel, code=code)
        for parcel, data in zip(stored, parcels, strict=True)
        for code in dict.fromkeys(map(normalise, data.trace_codes))
        if code is not None
    )
