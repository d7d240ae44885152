"""The public page of a shipment in the API: its way, and nothing about people."""

from typing import Any

from i18n.messages import gettext
from logistics.graphql.shipments.alert import ShipmentAlertKind
from logistics.graphql.shipments.leg import ShipmentLegMode
from logistics.graphql.shipments.place import GeoPoint, Spot, TransportPlace, points_of, spot
from logistics.graphql.shipments.words import MODE_WORDS
from logistics.graphql.types.tracking_event import STATUS_WORDS, ShipmentStatus, event_words
from logistics.shipments.alerts import alert
from logistics.shipments.alerts.words import MEANINGS, WORDS
from logistics.shipments.carrier_words import carrier_words
from logistics.shipments.legs.implied_leg import code_of, implied_leg, town_of
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.shipment import Shipment, TrackingEvent
from marketplace.graphql import ANYONE, Date, DateTime, Field, Int, List, NonNull, ObjectType, String, batch

LONGEST_TOKEN = 60


class TrackedEvent(ObjectType):
    """Something that happened on the way, without notes that were written for buyer and seller."""

    class Meta:
        access = ANYONE

    status = Field(ShipmentStatus)
    occurred_at = Field(DateTime, required=True)
    place = Field(String, required=True)
    description = Field(String, required=True)

    @staticmethod
    def resolve_status(event: TrackingEvent, info: Any) -> str | None:
        return event.status or None

    @staticmethod
    @batch
    def resolve_description(events: list[TrackingEvent], info: Any) -> list[str]:
        return [event_words(info.context.language, event) for event in events]


class TrackedLeg(ObjectType):
    """A leg, without the numbers of its papers."""

    class Meta:
        access = ANYONE

    number = Field(Int, required=True)
    mode = Field(ShipmentLegMode, required=True)
    mode_display = Field(String, required=True)
    origin = Field(TransportPlace, required=True)
    destination = Field(TransportPlace, required=True)
    vessel_name = Field(String, required=True)
    voyage = Field(String, required=True)
    departure = Field(DateTime, description="The best that is known.")
    actual_departure = Field(DateTime)
    arrival = Field(DateTime, description="The best that is known.")
    actual_arrival = Field(DateTime)
    path = Field(List(NonNull(GeoPoint)), required=True, size=30)

    @staticmethod
    def resolve_mode_display(leg: ShipmentLeg, info: Any) -> str:
        return gettext(info.context.language, MODE_WORDS[leg.mode])

    @staticmethod
    def resolve_origin(leg: ShipmentLeg, info: Any) -> Spot:
        return spot(leg.from_place, leg.from_code)

    @staticmethod
    def resolve_destination(leg: ShipmentLeg, info: Any) -> Spot:
        return spot(leg.to_place, leg.to_code)

    @staticmethod
    def resolve_path(leg: ShipmentLeg, info: Any) -> list[dict[str, float]]:
        return points_of(leg)


class TrackedAlert(ObjectType):
    """What is wrong now."""

    class Meta:
        access = ANYONE

    kind = Field(ShipmentAlertKind, required=True)
    kind_display = Field(String, required=True)
    meaning = Field(String, required=True)
    raised_at = Field(DateTime, required=True)

    @staticmethod
    def resolve_kind_display(row: alert.ShipmentAlert, info: Any) -> str:
        return gettext(info.context.language, WORDS[row.kind])

    @staticmethod
    def resolve_meaning(row: alert.ShipmentAlert, info: Any) -> str:
        return gettext(info.context.language, MEANINGS[row.kind])


class ShipmentTracking(ObjectType):
    """Where goods are, for whoever holds the address of the page: towns, and no person or number."""

    class Meta:
        access = ANYONE

    status = Field(ShipmentStatus, required=True)
    status_display = Field(String, required=True)
    carrier_name = Field(String, required=True)
    origin = Field(TransportPlace, required=True)
    destination = Field(TransportPlace, required=True)
    destination_country = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    estimated_delivery = Field(Date)
    promised_delivery = Field(Date)
    delivered_at = Field(DateTime)
    events = Field(List(NonNull(TrackedEvent)), required=True, description="Oldest first.")
    legs = Field(List(NonNull(TrackedLeg)), required=True)
    alerts = Field(List(NonNull(TrackedAlert)), required=True)

    @staticmethod
    def resolve_status_display(row: Shipment, info: Any) -> str:
        return gettext(info.context.language, STATUS_WORDS[row.status])

    @staticmethod
    def resolve_carrier_name(row: Shipment, info: Any) -> str:
        return carrier_words(row, info.context.language)

    @staticmethod
    def resolve_origin(row: Shipment, info: Any) -> Spot:
        seller = row.consignment.seller
        return spot(town_of(seller), code_of(seller))

    @staticmethod
    def resolve_destination(row: Shipment, info: Any) -> Spot:
        buyer = row.consignment.buyer
        return spot(town_of(buyer), code_of(buyer))

    @staticmethod
    def resolve_destination_country(row: Shipment, info: Any) -> str:
        return row.consignment.buyer.country

    @staticmethod
    def resolve_events(row: Shipment, info: Any) -> list[TrackingEvent]:
        """What is nothing but a note was written for those who trade."""
        events = row.events.order_by("occurred_at", "id")
        return [event for event in events if event.status or event.trouble or event.raw_code]

    @staticmethod
    def resolve_legs(row: Shipment, info: Any) -> list[ShipmentLeg]:
        return list(row.legs.order_by("number")) or [implied_leg(row)]

    @staticmethod
    def resolve_alerts(row: Shipment, info: Any) -> list[alert.ShipmentAlert]:
        return list(row.alerts.filter(ended_at__isnull=True))


def find_tracked(token: str) -> Shipment | None:
    """The shipment of a token that was given out."""
    if not 0 < len(token) <= LONGEST_TOKEN:
        return None
    return Shipment.objects.filter(tracking_token=token).first()
