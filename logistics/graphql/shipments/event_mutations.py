"""``freightEventAdd``, ``freightEventsImport``, ``shipmentArrivalEstimateAdd`` and ``shipmentAlertEnd``."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from i18n.today import today_here
from logistics.graphql.access import shipment_for_member
from logistics.graphql.shipments.freight_event import FreightEvent, FreightEventInput
from logistics.graphql.shipments.refusals import EVENT
from logistics.graphql.types.shipment import Shipment
from logistics.identifiers.container import container_number
from logistics.identifiers.ship import ship_number
from logistics.places.place import normal_code
from logistics.shipments.alerts.alert import ShipmentAlert
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.arrival.estimate_arrival import estimate_arrival
from logistics.shipments.freight.freight_data import FreightData, own_event_id
from logistics.shipments.freight.read_dcsa import read_dcsa
from logistics.shipments.freight.record_freight_event import record_freight_event, record_freight_events
from logistics.shipments.record_event import CLOCK_DIFFERENCE, EventInFuture
from marketplace.graphql import (
    ID,
    JSON,
    SIGNED_IN,
    Date,
    Field,
    InputError,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)
from marketplace.sellers.membership import sellers_of

MOST_EVENTS = 100
FARTHEST = timedelta(days=730)
TEXTS = {"code": 20, "place": 120, "mode": 20, "vessel_name": 80, "voyage": 60, "document_type": 20,
         "document_id": 100, "reason": 300}  # fmt: skip


class FreightEventAdd(Mutation):
    """Enter what a shipping line, a barge or a train has told. The same event twice changes nothing."""

    class Arguments:
        id = ID(required=True, description="The shipment.")
        input = FreightEventInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = EVENT

    shipment = Field(Shipment)
    event = Field(FreightEvent)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        data = _data(input)
        event, _fresh = record_freight_event(
            shipment=shipment, data=data, source=EstimateSource.SELLER, by=info.context.actor
        )
        return {"shipment": shipment, "event": event}


def _data(given: Any) -> FreightData:
    texts: dict[str, Any] = {name: bounded(given.get(name) or "", name, longest) for name, longest in TEXTS.items()}
    if not texts["code"]:
        raise InputError(_("Say what happened."), field="code", code="REQUIRED")
    code = normal_code(given.get("place_code") or "")[:6]
    if code and len(code) != 5:
        raise InputError(_("A code of UN/LOCODE has five letters, as NLRTM for Rotterdam."), field="place_code")
    if str(given["classifier"]) == "ACT" and given["occurred_at"] > timezone.now() + CLOCK_DIFFERENCE:
        raise EventInFuture(given["occurred_at"])
    equipment, ship = given.get("equipment") or "", given.get("vessel_imo") or ""
    data = FreightData(
        event_type=str(given["event_type"]),
        classifier=str(given["classifier"]),
        occurred_at=given["occurred_at"],
        created_at=timezone.now(),
        place_code=code,
        equipment=container_number(equipment) if equipment.strip() else "",
        vessel_imo=ship_number(ship) if ship.strip() else "",
        is_empty=given.get("is_empty"),
        **{**texts, "code": texts["code"].upper(), "document_type": texts["document_type"].upper()},
    )
    return replace(data, event_id=own_event_id(data))


class FreightEventsImport(Mutation):
    """Take in events as the DCSA's Track & Trace 2.x writes them. Those that are known already change nothing."""

    class Arguments:
        id = ID(required=True, description="The shipment.")
        events = List(NonNull(JSON), required=True, description="At most 100.")

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = EVENT
        error_codes = ("TOO_MANY",)
        cost = 100

    shipment = Field(Shipment)
    fresh = Field(Int, description="How many of them were new.")

    @classmethod
    def perform(cls, info: Any, *, id: str, events: list[Any]) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        if len(events) > MOST_EVENTS:
            raise InputError(_("At most %(limit)s."), field="events", code="TOO_MANY", params={"limit": MOST_EVENTS})
        read = [read_dcsa(event) for event in events]
        fresh = record_freight_events(
            shipment=shipment, told=read, source=EstimateSource.CARRIER, by=info.context.actor
        )
        return {"shipment": shipment, "fresh": fresh}


class ShipmentArrivalEstimateAdd(Mutation):
    """Say when the goods will be there; the buyer sees it, and is told when it is later than promised."""

    class Arguments:
        id = ID(required=True, description="The shipment.")
        expected_on = Date(required=True)
        note = String()

    class Meta:
        access = SIGNED_IN
        creates = True

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str, expected_on: date, note: str | None = None) -> dict[str, Any]:
        shipment = shipment_for_member(info, id)
        if not today_here() <= expected_on <= today_here() + FARTHEST:
            raise InputError(_("Say a day from today on."), field="expected_on")
        estimate_arrival(
            shipment=shipment,
            expected_on=expected_on,
            source=EstimateSource.SELLER,
            note=bounded(note or "", "note", 300),
            by=info.context.actor,
        )
        return {"shipment": shipment}


class ShipmentAlertEnd(Mutation):
    """Say that what was wrong is settled. Twice changes nothing."""

    class Arguments:
        id = ID(required=True, description="The alert.")

    class Meta:
        access = SIGNED_IN

    shipment = Field(Shipment)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        key = integer_key(id, "ShipmentAlert", field="id")
        alert = ShipmentAlert.objects.select_related("shipment").filter(pk=key).first()
        if alert is None or alert.shipment.seller_id not in sellers_of(info.context.actor):
            raise InputError(_("There is no such alert."), field="id", code="NOT_FOUND")
        if alert.ended_at is None:
            alert.ended_at = timezone.now()
            alert.save(update_fields=["ended_at"])
        return {"shipment": alert.shipment}
