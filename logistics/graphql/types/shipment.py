"""Shipments in the API: the parcels, what happened on the way, the papers."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.graphql.types.weight import Weight
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.carriers.registry import carriers
from logistics.customs.documents import document
from logistics.customs.documents.open import signed_url
from logistics.graphql.withheld import withheld_documents
from logistics.shipments import shipment, status
from logistics.shipments.issue_documents import documents_of
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    Date,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    batch,
    connection_type,
    related_list,
)

THROUGH_ITS_ORDER = Rule("reaching it through an order or a seller one may see", lambda _context, _parents: True)

ShipmentStatus = Enum.from_enum(
    status.ShipmentStatus, name="ShipmentStatus", description="How far a shipment is. It never goes back."
)
DocumentKind = Enum.from_enum(
    document.DocumentKind, name="ShipmentDocumentKind", description="What a trade document is."
)

STATUS_WORDS = {
    "DRAFT": _("Being prepared"),
    "BOOKED": _("Handed over to the carrier"),
    "IN_TRANSIT": _("On its way"),
    "CUSTOMS": _("At customs"),
    "OUT_FOR_DELIVERY": _("Out for delivery"),
    "DELIVERED": _("Delivered"),
    "RETURNED": _("Returned to the seller"),
    "FAILED": _("Could not be delivered"),
    "CANCELLED": _("Cancelled"),
}


class Carrier(ObjectType):
    """Who carries it."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    name = Field(String, required=True)


class TrackingEvent(ObjectType):
    """Something that happened on the way."""

    class Meta:
        access = THROUGH_ITS_ORDER

    status = Field(ShipmentStatus, description="Null for a note that is no state.")
    occurred_at = Field(DateTime, required=True)
    place = Field(String, required=True)
    description = Field(String, required=True, description="In the language of the request.")
    note = Field(String, required=True, description="As it was written.")

    @staticmethod
    def resolve_status(event: shipment.TrackingEvent, info: Any) -> str | None:
        return event.status or None

    @staticmethod
    @batch
    def resolve_description(events: list[shipment.TrackingEvent], info: Any) -> list[str]:
        language = info.context.language
        return [
            gettext(language, STATUS_WORDS[event.status]) if event.status else event.note or event.raw_code
            for event in events
        ]


class Parcel(ObjectType):
    """One package of a shipment."""

    class Meta:
        access = THROUGH_ITS_ORDER

    number = Field(Int, required=True)
    weight = Field(Weight, description="Gross; null when nobody weighed it.")
    trace_codes = Field(List(NonNull(String)), required=True)

    @staticmethod
    def resolve_weight(parcel: shipment.Parcel, info: Any) -> int | None:
        return parcel.gross_weight_g or None

    @staticmethod
    @batch
    def resolve_trace_codes(parcels: list[shipment.Parcel], info: Any) -> list[list[str]]:
        codes: dict[int, list[str]] = {parcel.pk: [] for parcel in parcels}
        rows = shipment.ParcelTraceCode.objects.filter(parcel_id__in=codes).order_by("id")
        for parcel_id, code in rows.values_list("parcel_id", "code"):
            codes[parcel_id].append(code)
        return [codes[parcel.pk] for parcel in parcels]


class ShipmentDocument(ObjectType):
    """A paper that travels with the goods, as PDF."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    kind = Field(DocumentKind, required=True)
    number = Field(String, required=True)
    language = Field(LanguageCodeEnum, required=True, description="English stands beside it.")
    url = Field(String, required=True, description="Opens for one hour.")

    @staticmethod
    def resolve_url(paper: document.Document, info: Any) -> str:
        return signed_url(paper, now=info.context.now)


class Shipment(ObjectType):
    """What one seller handed to one carrier for one buyer."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    reference = Field(String, required=True, description="The number of the seller's order.")
    carrier = Field(Carrier, required=True)
    tracking_number = Field(String)
    status = Field(ShipmentStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    events = Field(List(NonNull(TrackingEvent)), required=True, description="Oldest first.")
    estimated_delivery = Field(Date)
    shipped_at = Field(DateTime)
    delivered_at = Field(DateTime)
    documents = Field(
        List(NonNull(ShipmentDocument)), required=True, size=2, description="Empty for a buyer who owes for them."
    )
    documents_withheld = Field(
        Boolean, required=True, description="They are handed over once the balance that is due against them is paid."
    )
    parcels = Field(List(NonNull(Parcel)), required=True)

    resolve_events = related_list(
        lambda _info: shipment.TrackingEvent.objects.order_by("occurred_at", "id"), by="shipment_id"
    )
    resolve_parcels = related_list(lambda _info: shipment.Parcel.objects.order_by("number"), by="shipment_id")

    @staticmethod
    def resolve_carrier(row: shipment.Shipment, info: Any) -> dict[str, str]:
        known = carriers().get(row.carrier)
        name = row.carrier_name or (gettext(info.context.language, known.name) if known else row.carrier)
        return {"code": row.carrier, "name": name}

    @staticmethod
    def resolve_tracking_number(row: shipment.Shipment, info: Any) -> str | None:
        return row.tracking_number or None

    @staticmethod
    def resolve_status_display(row: shipment.Shipment, info: Any) -> str:
        return gettext(info.context.language, STATUS_WORDS[row.status])

    @staticmethod
    @batch
    def resolve_documents(rows: list[shipment.Shipment], info: Any) -> list[list[document.Document]]:
        withheld = withheld_documents(info.context)
        found = documents_of([str(row.pk) for row in rows])
        return [found[str(row.pk)] if row.pk not in withheld else [] for row in rows]

    @staticmethod
    def resolve_documents_withheld(row: shipment.Shipment, info: Any) -> bool:
        return row.pk in withheld_documents(info.context)


ShipmentCountableConnection = connection_type(Shipment)
