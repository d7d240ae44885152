"""``shipmentEventAdd``."""

from typing import Any

from i18n.messages import gettext_noop as _
from logistics.graphql.access import shipment_for_member
from logistics.graphql.types.shipment import Shipment
from logistics.graphql.types.tracking_event import ShipmentStatus, ShipmentTrouble, TrackingEvent
from logistics.shipments.record_event import EventInFuture, record_event
from marketplace.graphql import ID, SIGNED_IN, DateTime, Field, InputError, InputObjectType, Mutation, String

LONGEST_PLACE, LONGEST_NOTE = 120, 500


class ShipmentEventInput(InputObjectType):
    """What happened, when and where."""

    status = ShipmentStatus(description="Left out for a note that changes no state.")
    occurred_at = DateTime(required=True, description="With its offset from UTC.")
    trouble = ShipmentTrouble(description="What went wrong, if anything did; both sides are told.")
    place = String()
    note = String()


class ShipmentEventAdd(Mutation):
    """Add an event to a shipment of the caller's seller. The same event twice changes nothing."""

    class Arguments:
        id = ID(required=True)
        input = ShipmentEventInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True

    shipment = Field(Shipment)
    event = Field(TrackingEvent)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        place, note = input.get("place") or "", input.get("note") or ""
        status, trouble = str(input.get("status") or ""), str(input.get("trouble") or "")
        _check(status or trouble, place, note)
        try:
            event = record_event(
                shipment=shipment,
                status=status,
                trouble=trouble,
                occurred_at=input["occurred_at"],
                place=place,
                note=note,
                by=info.context.actor,
            )
        except EventInFuture as refusal:
            raise InputError(_("This time has not come yet."), field="input.occurred_at") from refusal
        return {"shipment": shipment, "event": event}


def _check(status: str, place: str, note: str) -> None:
    for field, text, longest in (("place", place, LONGEST_PLACE), ("note", note, LONGEST_NOTE)):
        if len(text) > longest:
            raise InputError(
                _("At most %(longest)s characters are possible here."),
                field=f"input.{field}",
                params={"longest": longest},
            )
    if not status and not note.strip():
        raise InputError(_("An event has a state or a note."), field="input.note", code="REQUIRED")
