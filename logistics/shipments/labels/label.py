"""What a GS1 logistics label says (GS1 Logistic Label Guideline 1.3): from whom, to whom, by whom, and the SSCC.

Its headings are English, as carriers all over the world read them; names and addresses are as they were written.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from i18n.formatting import country_name, format_address
from logistics.consignment import Party
from logistics.shipments.carrier_words import carrier_words
from logistics.shipments.labels.country_number import COUNTRY_NUMBERS
from logistics.shipments.locks import lock_shipment
from logistics.shipments.shipment import Parcel, Shipment
from logistics.shipments.sscc.mint import mint_ssccs

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class LogisticsLabel:
    """One parcel's."""

    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    carrier: str
    service: str
    tracking_number: str
    reference: str
    parcel: str
    """``2 / 3``"""
    weight: str
    """Gross, in kilograms; empty when nobody weighed it."""
    sscc: str
    sscc_is_internal: bool
    route: str
    """Postal code after the country's number, for application identifier 421; empty where it cannot be said."""


def labels_of(shipment: Shipment) -> list[LogisticsLabel]:
    """In the order of the parcels; one that has no number yet gets it now."""
    parcels = _numbered(shipment)
    consignment = shipment.consignment
    return [
        LogisticsLabel(
            sender=_lines(consignment.seller),
            receiver=_lines(consignment.buyer),
            carrier=carrier_words(shipment, ENGLISH),
            service=shipment.service,
            tracking_number=shipment.tracking_number,
            reference=shipment.reference,
            parcel=f"{parcel.number} / {len(parcels)}",
            weight=f"{parcel.gross_weight_g / 1000:.1f} kg" if parcel.gross_weight_g else "",
            sscc=parcel.sscc or "",
            sscc_is_internal=parcel.sscc_is_internal,
            route=_route(consignment.buyer),
        )
        for parcel in parcels
    ]


def _numbered(shipment: Shipment) -> list[Parcel]:
    parcels = list(Parcel.objects.filter(shipment=shipment).order_by("number"))
    if all(parcel.sscc for parcel in parcels):
        return parcels
    with transaction.atomic():
        lock_shipment(shipment.pk)
        bare = list(Parcel.objects.filter(shipment=shipment, sscc__isnull=True).order_by("number"))
        numbers = mint_ssccs(seller_id=shipment.seller_id, count=len(bare))
        for parcel, (sscc, is_internal) in zip(bare, numbers, strict=True):
            parcel.sscc, parcel.sscc_is_internal = sscc, is_internal
        Parcel.objects.bulk_update(bare, ["sscc", "sscc_is_internal"])
    return list(Parcel.objects.filter(shipment=shipment).order_by("number"))


def _lines(party: Party) -> tuple[str, ...]:
    """Firm, person, address in the order of its country, and the country in English."""
    fields = {
        "street_address_1": "\n".join(party.street),
        "city": party.city,
        "city_area": party.area,
        "country_area": party.region,
        "postal_code": party.postal_code,
        "country": party.country,
    }
    names = dict.fromkeys(name for name in (party.company, party.name) if name)
    address = format_address(fields, ENGLISH, with_country=False)
    return (*names, *(line for line in address if line), country_name(party.country, ENGLISH).upper())


def _route(buyer: Party) -> str:
    code = "".join(sign for sign in buyer.postal_code.upper() if sign.isascii() and sign.isalnum())
    number = COUNTRY_NUMBERS.get(buyer.country, "")
    return f"{number}{code}" if number and 0 < len(code) <= 9 else ""
