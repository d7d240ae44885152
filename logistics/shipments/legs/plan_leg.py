"""``add_leg``, ``change_leg`` and ``remove_leg``: the way that goods are to take, leg by leg."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.freight.codes import Classifier, EventType
from logistics.shipments.freight.freight_data import FreightData, own_event_id
from logistics.shipments.freight.record_freight_event import record_freight_event
from logistics.shipments.legs.arrival_by_legs import expect_by_legs
from logistics.shipments.legs.leg import LegContainer, ShipmentLeg
from logistics.shipments.legs.leg_data import LegData, checked_leg
from logistics.shipments.locks import lock_shipment
from logistics.shipments.record_event import CLOCK_DIFFERENCE, EventInFuture
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import FINAL

if TYPE_CHECKING:
    from marketplace.accounts.models import User

MOST_LEGS = 20
TEXTS = ("mode", "from_place", "from_code", "to_place", "to_code", "carrier_name", "reference", "transport_document",
         "vessel_name", "vessel_imo", "voyage", "planned_departure", "planned_arrival")  # fmt: skip
HAPPENED = (
    (Classifier.EST, "DEPA", "estimated_departure"),
    (Classifier.ACT, "DEPA", "actual_departure"),
    (Classifier.EST, "ARRI", "estimated_arrival"),
    (Classifier.ACT, "ARRI", "actual_arrival"),
)
"""What a person says of a leg's times is an event like the carrier's own."""


class ShipmentOver(ValueError):
    """The shipment is at its end: nothing of its way is planned any more."""

    def __init__(self, status: str) -> None:
        super().__init__(f"the shipment is {status}")
        self.status = status


class TooManyLegs(ValueError):
    """No way has so many."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} legs")
        self.most = most


def add_leg(*, shipment: Shipment, data: LegData, by: User | None = None, after: int | None = None) -> ShipmentLeg:
    """Behind leg number ``after`` (0: before all), else at the end.

    Raises `ShipmentOver`, `TooManyLegs`, ``EventInFuture`` and what `checked_leg` raises.
    """
    data = checked_leg(data)
    with transaction.atomic():
        locked = _lock(shipment)
        count = locked.legs.count()
        if count >= MOST_LEGS:
            raise TooManyLegs(MOST_LEGS)
        number = count + 1 if after is None else min(after, count) + 1
        _renumber(locked, number, 1)
        leg = ShipmentLeg.objects.create(shipment=locked, number=number, **_texts(data))
        _fill(leg, data, by)
        expect_by_legs(shipment=locked, source=EstimateSource.LEGS, by=by)
    leg.refresh_from_db()
    return leg


def change_leg(*, leg: ShipmentLeg, data: LegData, by: User | None = None) -> ShipmentLeg:
    """All of it is as ``data`` says, except that a time that was is not taken back. Raises like `add_leg`."""
    data = checked_leg(data)
    with transaction.atomic():
        locked = _lock(leg.shipment)
        leg = ShipmentLeg.objects.get(pk=leg.pk)
        for name, value in _texts(data).items():
            setattr(leg, name, value)
        leg.save(update_fields=list(TEXTS))
        _fill(leg, data, by)
        expect_by_legs(shipment=locked, source=EstimateSource.LEGS, by=by)
    leg.refresh_from_db()
    return leg


def remove_leg(*, leg: ShipmentLeg, by: User | None = None) -> None:
    """It was not to be travelled after all; one that has begun stays, as a shipment at its end: `ShipmentOver`."""
    with transaction.atomic():
        locked = _lock(leg.shipment)
        leg = ShipmentLeg.objects.get(pk=leg.pk)
        if leg.actual_departure is not None:
            raise ShipmentOver(locked.status)
        leg.delete()
        _renumber(locked, leg.number, -1)
        expect_by_legs(shipment=locked, source=EstimateSource.LEGS, by=by)


def _lock(shipment: Shipment) -> Shipment:
    locked = lock_shipment(shipment.pk)
    if locked.status in FINAL:
        raise ShipmentOver(locked.status)
    return locked


def _texts(data: LegData) -> dict[str, object]:
    return {name: getattr(data, name) for name in TEXTS}


def _renumber(shipment: Shipment, first: int, step: int) -> None:
    """One by one from the free end, as two legs never have one number."""
    behind = ShipmentLeg.objects.filter(shipment=shipment, number__gte=first)
    for leg_id in list(behind.order_by("-number" if step > 0 else "number").values_list("pk", flat=True)):
        ShipmentLeg.objects.filter(pk=leg_id).update(number=F("number") + step)


def _fill(leg: ShipmentLeg, data: LegData, by: User | None) -> None:
    """Containers as listed, and an event for every time that is new."""
    LegContainer.objects.filter(leg=leg).exclude(number__in=data.containers).delete()
    LegContainer.objects.bulk_create(
        [LegContainer(leg=leg, number=number) for number in data.containers], ignore_conflicts=True
    )
    for classifier, code, column in HAPPENED:
        moment: datetime | None = getattr(data, column)
        if moment is not None and moment != getattr(leg, column):
            if classifier == Classifier.ACT and moment > timezone.now() + CLOCK_DIFFERENCE:
                raise EventInFuture(moment)
            told = _as_event(leg, classifier, code, moment)
            record_freight_event(shipment=leg.shipment, data=told, source=EstimateSource.LEGS, leg=leg, by=by)


def _as_event(leg: ShipmentLeg, classifier: Classifier, code: str, moment: datetime) -> FreightData:
    place, place_code = (leg.from_place, leg.from_code) if code == "DEPA" else (leg.to_place, leg.to_code)
    data = FreightData(
        event_type=EventType.TRANSPORT,
        classifier=classifier,
        code=code,
        occurred_at=moment,
        created_at=timezone.now(),
        place=place,
        place_code=place_code,
        mode=leg.mode,
        vessel_name=leg.vessel_name,
        vessel_imo=leg.vessel_imo,
        voyage=leg.voyage,
        transport_document=leg.transport_document,
        booking_reference=leg.reference,
    )
    return replace(data, event_id=own_event_id(data, leg_id=leg.pk))
