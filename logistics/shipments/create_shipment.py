"""``create_shipment``: a seller hands goods to a carrier."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from logistics.consignment import Consignment
from logistics.consignment_json import consignment_to_json
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.arrival.estimate_arrival import estimate_arrival
from logistics.shipments.booking.choose import BookingRefused, choose_carrier
from logistics.shipments.issue_documents import DocumentTerms, issue_shipment_documents
from logistics.shipments.parcels import ParcelData, packed, store_parcels, with_packages
from logistics.shipments.shipment import Shipment

if TYPE_CHECKING:
    from marketplace.accounts.models import User
    from marketplace.sellers.models import Seller

__all__ = ["BookingRefused", "ParcelData", "create_shipment"]


def create_shipment(
    *,
    seller: Seller,
    reference: str,
    consignment: Consignment,
    carrier: str,
    tracking_number: str = "",
    carrier_name: str = "",
    service: str = "",
    language: str = "en",
    parcels: Sequence[ParcelData] = (),
    trace_codes: Sequence[str] = (),
    estimated_delivery: date | None = None,
    promised_delivery: date | None = None,
    terms: DocumentTerms | None = None,
    by: User | None = None,
) -> Shipment:
    """A shipment with its parcels, its first event, its documents, and ``ShipmentBooked``; all or nothing.

    A carrier that works over the net with an account is asked soon after, by ``book_waiting``: until then the shipment
    is a draft, and no lock is held while somebody else's server thinks. ``trace_codes`` without a parcel go with the
    first one; parcels become the consignment's packages where it has none, so that the packing list shows them.
    Raises ``UnknownCarrier``, ``BookingRefused``, ``CarrierError`` for a carrier that is down, and
    ``UnknownTraceCodes`` for codes that are not active codes of this seller.
    """
    consignment = with_packages(consignment, parcels)
    key = uuid4()
    choice = choose_carrier(
        carrier=carrier,
        service=service,
        carrier_name=carrier_name,
        tracking_number=tracking_number,
        seller_id=seller.pk,
        consignment=consignment,
        key=str(key),
    )
    with transaction.atomic():
        shipment = Shipment(
            id=key,
            seller=seller,
            reference=reference,
            consignment_data=consignment_to_json(consignment),
            language=language,
            promised_delivery=promised_delivery,
            tracking_token=secrets.token_urlsafe(20),
        )
        choice.put_on(shipment, now=timezone.now())
        shipment.save()
        store_parcels(shipment, packed(parcels, consignment, trace_codes))
        choice.mark(shipment, by)
        if estimated_delivery is not None:
            estimate_arrival(shipment=shipment, expected_on=estimated_delivery, source=EstimateSource.SELLER, by=by)
        issue_shipment_documents(shipment=shipment, terms=terms or DocumentTerms(order_reference=reference))
    return shipment
