"""``record_freight_event``: a shipping line, or a person, says something of freight."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from logistics.places.place import places
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.freight.codes import Classifier, EventType
from logistics.shipments.freight.freight_data import FreightData
from logistics.shipments.freight.freight_event import FreightEvent
from logistics.shipments.freight.meaning import meaning_of
from logistics.shipments.freight.write_dcsa import write_dcsa
from logistics.shipments.legs.arrival_by_legs import expect_by_legs
from logistics.shipments.legs.leg import ShipmentLeg
from logistics.shipments.locks import lock_shipment
from logistics.shipments.record_event import CLOCK_DIFFERENCE, record_event
from logistics.shipments.shipment import Shipment

if TYPE_CHECKING:
    from marketplace.accounts.models import User

TIMES = {"PLN": "planned", "EST": "estimated", "ACT": "actual"}
SIDES = {"DEPA": "departure", "ARRI": "arrival"}


def record_freight_event(
    *,
    shipment: Shipment,
    data: FreightData,
    source: EstimateSource,
    leg: ShipmentLeg | None = None,
    by: User | None = None,
) -> tuple[FreightEvent, bool]:
    """Keep the event, once by its id, and say whether it is new.

    store → put its time on the leg it speaks of → what happened moves the shipment on, never back → expect the arrival
    anew. ``leg`` where the caller knows which; else the leg is found by place and means. What a code that nobody knows
    means stays open, but it is kept.
    """
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        legs = list(ShipmentLeg.objects.filter(shipment=locked))
        event, fresh = _take_in(locked, data, legs, leg or _leg_of(data, legs), by)
        if fresh:
            expect_by_legs(shipment=locked, source=source, note=data.reason, by=by)
    shipment.refresh_from_db()
    return event, fresh


def record_freight_events(
    *, shipment: Shipment, told: Sequence[FreightData], source: EstimateSource, by: User | None = None
) -> int:
    """Keep what is new of a whole message, in its order, and say how much that was.

    What is known costs nothing, and the arrival is expected anew once: by what the whole message says.
    """
    with transaction.atomic():
        locked = lock_shipment(shipment.pk)
        fresh = _unknown(locked, told)
        legs = list(ShipmentLeg.objects.filter(shipment=locked)) if fresh else []
        for data in fresh:
            _take_in(locked, data, legs, _leg_of(data, legs), by)
        if fresh:
            expect_by_legs(shipment=locked, source=source, note=fresh[-1].reason, by=by)
    shipment.refresh_from_db()
    return len(fresh)


def _unknown(shipment: Shipment, told: Sequence[FreightData]) -> list[FreightData]:
    """Each once by its id, without those that are stored."""
    wanted: dict[str, FreightData] = {}
    for data in told:
        wanted.setdefault(data.event_id, data)
    stored = FreightEvent.objects.filter(shipment=shipment, event_id__in=wanted)
    for event_id in stored.values_list("event_id", flat=True):
        del wanted[event_id]
    return list(wanted.values())


def _take_in(
    shipment: Shipment, data: FreightData, legs: list[ShipmentLeg], leg: ShipmentLeg | None, by: User | None
) -> tuple[FreightEvent, bool]:
    event, fresh = _store(shipment, data, leg, by)
    if fresh:
        if leg is not None:
            _put_on_leg(leg, event)
        _move_on(shipment, data, legs, by)
    return event, fresh


def _store(
    shipment: Shipment, data: FreightData, leg: ShipmentLeg | None, by: User | None
) -> tuple[FreightEvent, bool]:
    values = {item.name: getattr(data, item.name) for item in dataclasses.fields(data)}
    event_id, raw = values.pop("event_id"), values.pop("raw")
    known = places().get(data.place_code)
    values["place"] = data.place or (known.name if known else "")
    event = FreightEvent(shipment=shipment, event_id=event_id, leg=leg, recorded_by=by, **values)
    found, fresh = FreightEvent.objects.get_or_create(
        shipment=shipment,
        event_id=event_id,
        defaults={**values, "leg": leg, "recorded_by": by, "raw": raw or write_dcsa(event)},
    )
    return found, fresh


def _leg_of(data: FreightData, legs: list[ShipmentLeg]) -> ShipmentLeg | None:
    """The leg that leaves from, or comes to, the event's place, by the same means where one is named."""
    side = SIDES.get(data.code) if data.event_type == EventType.TRANSPORT else None
    if side is None or not data.place_code:
        return None
    codes = "from_code" if side == "departure" else "to_code"
    there = [leg for leg in legs if getattr(leg, codes) == data.place_code]
    same = [leg for leg in there if not data.mode or leg.mode == data.mode]
    return same[0] if len(same) == 1 else None


def _put_on_leg(leg: ShipmentLeg, event: FreightEvent) -> None:
    """Unless a newer word about the same is known: messages overtake each other."""
    side, how = SIDES.get(event.code), TIMES.get(event.classifier)
    if side is None or how is None or event.event_type != EventType.TRANSPORT:
        return
    newer = FreightEvent.objects.filter(
        leg=leg, event_type=event.event_type, code=event.code, classifier=event.classifier
    ).exclude(pk=event.pk)
    if newer.filter(created_at__gt=event.created_at).exists():
        return
    column = f"{how}_{side}"
    ShipmentLeg.objects.filter(pk=leg.pk).update(**{column: event.occurred_at})
    setattr(leg, column, event.occurred_at)


def _move_on(shipment: Shipment, data: FreightData, legs: list[ShipmentLeg], by: User | None) -> None:
    if data.classifier != Classifier.ACT or _is_ahead(data.occurred_at):
        return
    status, trouble = meaning_of(data, at_the_end=_is_at_the_end(data, legs))
    known = places().get(data.place_code)
    record_event(
        shipment=shipment,
        status=status,
        trouble=trouble,
        occurred_at=data.occurred_at,
        raw_code=raw_code_of(data),
        place=data.place or (known.name if known else data.place_code),
        note=" ".join(part for part in (data.vessel_name, data.voyage, data.equipment) if part),
        by=by,
    )


def raw_code_of(data: FreightData) -> str:
    """``EQUIPMENT LOAD``; of papers also which: ``SHIPMENT CONF BKG``."""
    return " ".join(part for part in (data.event_type, data.code, data.document_type) if part)[:60]


def _is_ahead(moment: datetime) -> bool:
    return moment > timezone.now() + CLOCK_DIFFERENCE


def _is_at_the_end(data: FreightData, legs: list[ShipmentLeg]) -> bool:
    if not legs:
        return False
    last = max(legs, key=lambda leg: leg.number)
    if data.place_code and last.to_code:
        return data.place_code == last.to_code
    return bool(data.place) and data.place.casefold() == last.to_place.casefold()
