"""``create_shipment``: a seller hands goods to a carrier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from catalog.traceability.active_codes import require_active_codes
from i18n.messages import gettext_noop as _
from logistics.carrier import Booking, Carrier, CarrierError
from logistics.carriers.registry import carrier_of
from logistics.consignment import Consignment, Package
from logistics.consignment_json import consignment_to_json
from logistics.shipments.events import ShipmentBooked
from logistics.shipments.issue_documents import DocumentTerms, issue_shipment_documents
from logistics.shipments.shipment import Parcel, ParcelTraceCode, Shipment, TrackingEvent
from logistics.shipments.status import ShipmentStatus
from logistics.shipments.tracking import fingerprint_of
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.accounts.models import User
    from marketplace.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class ParcelData:
    """One package as the seller measured it; a length of 0 is unknown."""

    gross_weight_g: int
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    trace_codes: tuple[str, ...] = ()


class BookingRefused(ValidationError):
    """The carrier does not take the shipment as it is described; ``cause`` is its `CarrierError`."""

    def __init__(self, cause: CarrierError) -> None:
        message = _("The carrier did not accept this shipment. Please check the tracking number.")
        super().__init__({"tracking_number": ValidationError(message, code="invalid")})
        self.cause = cause


def create_shipment(
    *,
    seller: Seller,
    reference: str,
    consignment: Consignment,
    carrier: str,
    tracking_number: str = "",
    carrier_name: str = "",
    language: str = "en",
    parcels: Sequence[ParcelData] = (),
    trace_codes: Sequence[str] = (),
    estimated_delivery: date | None = None,
    terms: DocumentTerms | None = None,
    by: User | None = None,
) -> Shipment:
    """Book a shipment: its parcels, its first event, its documents, and ``ShipmentBooked``; all or nothing.

    ``trace_codes`` without a parcel go with the first one; parcels become the consignment's packages where it has
    none, so that the packing list shows them. Raises ``UnknownCarrier``, ``BookingRefused``, and
    ``UnknownTraceCodes`` for codes that are not active codes of this seller.
    """
    adapter = carrier_of(carrier)
    consignment = _with_packages(consignment, parcels)
    packed = _parcels(parcels, consignment, trace_codes)
    booking = _book(adapter, consignment, carrier_name, tracking_number)
    with transaction.atomic():
        codes_by_parcel = [require_active_codes(seller_id=seller.pk, codes=parcel.trace_codes) for parcel in packed]
        now = timezone.now()
        shipment = Shipment.objects.create(
            seller=seller,
            reference=reference,
            carrier=adapter.code,
            carrier_name=carrier_name,
            tracking_number=booking.tracking_number,
            status=ShipmentStatus.BOOKED,
            consignment_data=consignment_to_json(consignment),
            language=language,
            estimated_delivery=estimated_delivery,
            booked_at=now,
        )
        _store_parcels(shipment, packed, codes_by_parcel)
        TrackingEvent.objects.create(
            shipment=shipment,
            status=ShipmentStatus.BOOKED,
            occurred_at=now,
            recorded_by=by,
            fingerprint=fingerprint_of(status=ShipmentStatus.BOOKED, occurred_at=now),
        )
        issue_shipment_documents(shipment=shipment, terms=terms or DocumentTerms(order_reference=reference))
        publish(ShipmentBooked(shipment_id=str(shipment.pk), reference=reference))
    return shipment


def _book(adapter: Carrier, consignment: Consignment, service: str, tracking_number: str) -> Booking:
    try:
        return adapter.book(consignment=consignment, service=service, tracking_number=tracking_number)
    except CarrierError as error:
        if error.permanent:
            raise BookingRefused(error) from error
        raise


def _with_packages(consignment: Consignment, parcels: Sequence[ParcelData]) -> Consignment:
    if consignment.packages or not parcels:
        return consignment
    packages = tuple(
        Package(number, parcel.gross_weight_g, parcel.length_mm, parcel.width_mm, parcel.height_mm)
        for number, parcel in enumerate(parcels, start=1)
    )
    return replace(consignment, packages=packages)


def _parcels(parcels: Sequence[ParcelData], consignment: Consignment, codes: Sequence[str]) -> list[ParcelData]:
    """As given; else the consignment's packages; else one parcel of the whole weight."""
    packed = list(parcels) or [
        ParcelData(package.gross_weight_g, package.length_mm, package.width_mm, package.height_mm)
        for package in consignment.packages
    ]
    packed = packed or [ParcelData(consignment.total_gross_weight_g)]
    if codes:
        first = packed[0]
        all_codes = (*first.trace_codes, *codes)
        packed[0] = ParcelData(first.gross_weight_g, first.length_mm, first.width_mm, first.height_mm, all_codes)
    return packed


def _store_parcels(shipment: Shipment, packed: list[ParcelData], codes_by_parcel: list[list[str]]) -> None:
    for number, (data, codes) in enumerate(zip(packed, codes_by_parcel, strict=True), start=1):
        parcel = Parcel.objects.create(
            shipment=shipment,
            number=number,
            gross_weight_g=data.gross_weight_g,
            length_mm=data.length_mm,
            width_mm=data.width_mm,
            height_mm=data.height_mm,
        )
        ParcelTraceCode.objects.bulk_create([ParcelTraceCode(parcel=parcel, code=code) for code in codes])
