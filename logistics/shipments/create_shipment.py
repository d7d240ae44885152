"""``create_shipment``: a seller hands goods to a carrier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from i18n.messages import gettext_noop as _
from logistics.carrier import Account, Booking, CarrierError
from logistics.carriers.registry import carrier_of
from logistics.consignment import Consignment
from logistics.consignment_json import consignment_to_json
from logistics.shipments.events import ShipmentBooked
from logistics.shipments.issue_documents import DocumentTerms, issue_shipment_documents
from logistics.shipments.parcels import ParcelData, packed, store_parcels, with_packages
from logistics.shipments.shipment import Shipment, TrackingEvent
from logistics.shipments.status import ShipmentStatus
from logistics.shipments.tracking import fingerprint_of
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.accounts.models import User
    from marketplace.sellers.models import Seller

__all__ = ["BookingRefused", "ParcelData", "create_shipment"]


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
    none, so that the packing list shows them. Raises ``UnknownCarrier``, ``BookingRefused``, ``CarrierError`` for a
    carrier that is down, and ``UnknownTraceCodes`` for codes that are not active codes of this seller.
    """
    consignment = with_packages(consignment, parcels)
    key = uuid4()
    booking = _book(carrier, key, consignment, carrier_name, tracking_number)
    with transaction.atomic():
        shipment = Shipment.objects.create(
            id=key,
            seller=seller,
            reference=reference,
            carrier=carrier,
            carrier_name=carrier_name,
            tracking_number=booking.tracking_number,
            status=ShipmentStatus.BOOKED,
            consignment_data=consignment_to_json(consignment),
            language=language,
            estimated_delivery=estimated_delivery,
            booked_at=timezone.now(),
        )
        store_parcels(shipment, packed(parcels, consignment, trace_codes))
        _note_booking(shipment, by)
        issue_shipment_documents(shipment=shipment, terms=terms or DocumentTerms(order_reference=reference))
        publish(ShipmentBooked(shipment_id=str(shipment.pk), reference=reference))
    return shipment


def _book(carrier: str, key: UUID, consignment: Consignment, service: str, tracking_number: str) -> Booking:
    try:
        return carrier_of(carrier).book(
            account=Account.none(carrier),
            consignment=consignment,
            service=service,
            tracking_number=tracking_number,
            key=str(key),
        )
    except CarrierError as error:
        if error.permanent:
            raise BookingRefused(error) from error
        raise


def _note_booking(shipment: Shipment, by: User | None) -> None:
    moment = shipment.booked_at or shipment.created_at
    TrackingEvent.objects.create(
        shipment=shipment,
        status=ShipmentStatus.BOOKED,
        occurred_at=moment,
        recorded_by=by,
        fingerprint=fingerprint_of(status=ShipmentStatus.BOOKED, occurred_at=moment),
    )
