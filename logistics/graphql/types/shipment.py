"""Shipments in the API: the parcels, what happened on the way, the papers."""

from typing import Any
from uuid import UUID

from django.conf import settings

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as MoneyValue
from logistics.customs.documents import document
from logistics.graphql.shipments.alert import ArrivalEstimate, ShipmentAlert, ShipmentLabel
from logistics.graphql.shipments.leg import ShipmentLeg
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.graphql.types.carrier import Carrier
from logistics.graphql.types.parcel import Parcel
from logistics.graphql.types.shipment_document import ShipmentDocument, readable
from logistics.graphql.types.tracking_event import STATUS_WORDS, ShipmentStatus, TrackingEvent
from logistics.graphql.withheld import withheld_documents
from logistics.shipments import shipment
from logistics.shipments.alerts.alert import ShipmentAlert as AlertRow
from logistics.shipments.arrival.estimate import ArrivalEstimate as EstimateRow
from logistics.shipments.booking.rebook_shipment import OPEN
from logistics.shipments.carrier_words import carrier_words
from logistics.shipments.issue_documents import documents_of
from logistics.shipments.labels.carrier_label import CarrierLabel
from logistics.shipments.labels.open import LabelLink, label_links
from logistics.shipments.legs.implied_leg import implied_leg, town_of
from logistics.shipments.legs.leg import ShipmentLeg as LegRow
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.access import member_or
from marketplace.sellers.graphql.types.seller import Seller

OF_ITS_SELLER = member_or(Permission.ORDERS_MANAGE)


class ShipmentLot(ObjectType):
    """Pieces of a lot in a shipment."""

    class Meta:
        access = THROUGH_ITS_ORDER

    number = Field(String, required=True, description="As the seller numbers it.")
    quantity = Field(Int, description="Pieces; null where nobody said how many are of it.")
    description = Field(String, required=True, description="The goods, as the papers call them.")


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
    lots = Field(
        List(NonNull(ShipmentLot)),
        required=True,
        size=5,
        description="Of the goods in it, as its packing list has them.",
    )
    created = Field(DateTime, required=True)
    seller = Field(Seller, required=True)
    promised_delivery = Field(Date, description="What the buyer was told first.")
    arrival_estimates = Field(
        List(NonNull(ArrivalEstimate)), required=True, size=5, description="Who expected what, and when; oldest first."
    )
    alerts = Field(
        List(NonNull(ShipmentAlert)),
        required=True,
        size=3,
        description="What is wrong now; also what is over, if asked.",
        over=Boolean(),
    )
    legs = Field(List(NonNull(ShipmentLeg)), required=True, size=5, description="In the order of travel; at least one.")
    destination = Field(String, required=True, description="The buyer's town.")
    destination_country = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    tracking_url = Field(String, description="A page that shows the way to whoever holds its address.")
    service = Field(String, required=True, access=OF_ITS_SELLER)
    booking_cost = Field(Money, access=OF_ITS_SELLER, description="What the carrier charges, where it says so.")
    booking_refusal = Field(
        String, access=OF_ITS_SELLER, description="Why the carrier did not take it; null when it has not refused."
    )
    is_waiting_for_carrier = Field(Boolean, required=True, description="The carrier is being asked to take it.")
    labels = Field(
        List(NonNull(ShipmentLabel)),
        size=3,
        access=OF_ITS_SELLER,
        description="They open for one hour; none while the shipment is not booked.",
    )
    can_cancel = Field(
        Boolean, access=OF_ITS_SELLER, description="Whether it can still go with another carrier, or not at all."
    )

    resolve_events = related_list(
        lambda _info: shipment.TrackingEvent.objects.order_by("occurred_at", "id"), by="shipment_id"
    )
    resolve_parcels = related_list(lambda _info: shipment.Parcel.objects.order_by("number"), by="shipment_id")

    resolve_created = attribute("created_at")
    resolve_seller = related("seller")
    resolve_arrival_estimates = related_list(
        lambda _info: EstimateRow.objects.order_by("said_at", "id"), by="shipment_id"
    )

    @staticmethod
    @batch
    def resolve_lots(rows: list[shipment.Shipment], info: Any) -> list[list[dict[str, Any]]]:
        return [
            [
                {"number": lot.number, "quantity": lot.quantity or None, "description": item.description}
                for item in row.consignment.items
                for lot in item.lots
            ]
            for row in rows
        ]

    @staticmethod
    @batch
    def resolve_alerts(rows: list[shipment.Shipment], info: Any, over: bool | None = None) -> list[list[AlertRow]]:
        found: dict[UUID, list[AlertRow]] = {row.pk: [] for row in rows}
        alerts = AlertRow.objects.filter(shipment_id__in=found).order_by("-raised_at", "-id")
        for alert in alerts if over else alerts.filter(ended_at__isnull=True):
            found[alert.shipment_id].append(alert)
        return [found[row.pk] for row in rows]

    @staticmethod
    @batch
    def resolve_legs(rows: list[shipment.Shipment], info: Any) -> list[list[LegRow]]:
        found: dict[UUID, list[LegRow]] = {row.pk: [] for row in rows}
        for leg in LegRow.objects.filter(shipment_id__in=found).order_by("number"):
            found[leg.shipment_id].append(leg)
        return [found[row.pk] or [implied_leg(row)] for row in rows]

    @staticmethod
    def resolve_destination(row: shipment.Shipment, info: Any) -> str:
        return town_of(row.consignment.buyer)

    @staticmethod
    def resolve_destination_country(row: shipment.Shipment, info: Any) -> str:
        return row.consignment.buyer.country

    @staticmethod
    def resolve_tracking_url(row: shipment.Shipment, info: Any) -> str | None:
        return f"{settings.PUBLIC_URL}/track/{row.tracking_token}" if row.tracking_token else None

    @staticmethod
    def resolve_booking_cost(row: shipment.Shipment, info: Any) -> MoneyValue | None:
        return MoneyValue(row.booking_cost, row.booking_currency).quantize() if row.booking_cost is not None else None

    @staticmethod
    def resolve_booking_refusal(row: shipment.Shipment, info: Any) -> str | None:
        return row.booking_refusal or None

    @staticmethod
    def resolve_is_waiting_for_carrier(row: shipment.Shipment, info: Any) -> bool:
        return row.book_due_at is not None

    @staticmethod
    def resolve_can_cancel(row: shipment.Shipment, info: Any) -> bool:
        return row.status in OPEN

    @staticmethod
    @batch
    def resolve_labels(rows: list[shipment.Shipment], info: Any) -> list[list[LabelLink]]:
        kept: dict[UUID, list[str]] = {row.pk: [] for row in rows}
        known = CarrierLabel.objects.filter(shipment_id__in=kept).order_by("shipment_id", "number")
        for shipment_id, media_type in known.values_list("shipment_id", "media_type"):
            kept[shipment_id].append(media_type)
        return [label_links(row, kept=kept[row.pk], now=info.context.now) if row.booked_at else [] for row in rows]

    @staticmethod
    def resolve_carrier(row: shipment.Shipment, info: Any) -> dict[str, str]:
        return {"code": row.carrier, "name": carrier_words(row, info.context.language)}

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
        return [readable(info, row, found[str(row.pk)]) if row.pk not in withheld else [] for row in rows]

    @staticmethod
    def resolve_documents_withheld(row: shipment.Shipment, info: Any) -> bool:
        return row.pk in withheld_documents(info.context)


ShipmentCountableConnection = connection_type(Shipment)
