"""What happened on the way, in the API."""

from typing import Any

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.graphql.shipments.words import TROUBLE_WORDS, words_of_raw
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments import shipment, status
from logistics.shipments.status import Trouble
from marketplace.graphql import DateTime, Enum, Field, ObjectType, String, batch

ShipmentStatus = Enum.from_enum(
    status.ShipmentStatus, name="ShipmentStatus", description="How far a shipment is. It never goes back."
)
ShipmentTrouble = Enum.from_enum(
    status.Trouble, name="ShipmentTrouble", description="What went wrong at an event; both sides are told."
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


class TrackingEvent(ObjectType):
    """Something that happened on the way."""

    class Meta:
        access = THROUGH_ITS_ORDER

    status = Field(ShipmentStatus, description="Null for a note that is no state.")
    trouble = Field(ShipmentTrouble)
    occurred_at = Field(DateTime, required=True)
    place = Field(String, required=True)
    description = Field(String, required=True, description="In the language of the request.")
    note = Field(String, required=True, description="As it was written.")

    @staticmethod
    def resolve_status(event: shipment.TrackingEvent, info: Any) -> str | None:
        return event.status or None

    @staticmethod
    def resolve_trouble(event: shipment.TrackingEvent, info: Any) -> str | None:
        return event.trouble or None

    @staticmethod
    @batch
    def resolve_description(events: list[shipment.TrackingEvent], info: Any) -> list[str]:
        language = info.context.language
        return [event_words(language, event) for event in events]


def event_words(language: str, event: shipment.TrackingEvent) -> str:
    """What went wrong, else what freight did, else the state, else what was written."""
    if event.trouble:
        return gettext(language, TROUBLE_WORDS[Trouble(event.trouble)])
    if freight := words_of_raw(language, event.raw_code):
        return freight
    if event.status:
        return gettext(language, STATUS_WORDS[event.status])
    return event.note or event.raw_code
