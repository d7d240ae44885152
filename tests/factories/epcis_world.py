"""Events for tests of what is made of them, as rows: written in bulk, without the checks of capture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.event_rows import EventField, EventLink, EventThing, FieldScope, LinkKind
from catalog.traceability.epcis.identifiers import is_class_level
from catalog.traceability.graph.pieces import LOT_NUMBERS

BEGIN = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
OWNING = "https://ref.gs1.org/cbv/SDT-owning_party"
CBV = "https://ref.gs1.org/cbv/BizStep-"


@dataclass
class Told:
    """One event: ``things`` are role, URI, quantity and unit."""

    type: str
    things: Sequence[tuple[str, str, Any, str]]
    hour: float = 0
    action: str = ""
    step: str = ""
    place: str = ""
    transformation_id: str = ""
    sources: Sequence[str] = ()
    destinations: Sequence[str] = ()
    lot_number: str = ""
    seller_id: int | None = None
    audience: str = Audience.CHAIN
    event_id: str = ""
    is_error: bool = False
    row: EpcisEvent | None = field(default=None, compare=False)

    @property
    def time(self) -> datetime:
        return BEGIN + timedelta(hours=self.hour)


def transformed(inputs: Iterable[Any], outputs: Iterable[Any], **rest: Any) -> Told:
    """Things are URIs, or tuples of a URI, a quantity and a unit."""
    things = [_thing("INPUT", one) for one in inputs] + [_thing("OUTPUT", one) for one in outputs]
    return Told("TransformationEvent", things, **rest)


def packed(parent: str, children: Iterable[Any], *, action: str = "ADD", **rest: Any) -> Told:
    things = [_thing("PARENT", parent), *(_thing("CHILD", one) for one in children)]
    return Told("AggregationEvent", things, action=action, **rest)


def observed(things: Iterable[Any], *, action: str = "OBSERVE", **rest: Any) -> Told:
    return Told("ObjectEvent", [_thing("EPC", one) for one in things], action=action, **rest)


def shipped(things: Iterable[Any], to: str, *, by: str = "", **rest: Any) -> Told:
    sources = [by] if by else []
    return observed(things, step=f"{CBV}shipping", destinations=[to], sources=sources, **rest)


def write(events: Sequence[Told], *, keep_rows: bool = True) -> None:
    """In bulk. With ``keep_rows`` each one's ``row`` is its row afterwards."""
    rows = EpcisEvent.objects.bulk_create([_row(told) for told in events], batch_size=500)
    EventThing.objects.bulk_create(
        [_thing_row(row, *thing) for told, row in zip(events, rows, strict=True) for thing in told.things],
        batch_size=2000,
    )
    EventLink.objects.bulk_create(
        [
            EventLink(event=row, kind=kind, type=OWNING, uri=uri)
            for told, row in zip(events, rows, strict=True)
            for kind, uris in ((LinkKind.SOURCE, told.sources), (LinkKind.DESTINATION, told.destinations))
            for uri in uris
        ],
        batch_size=2000,
    )
    EventField.objects.bulk_create(
        [
            EventField(event=row, scope=FieldScope.ILMD, path=LOT_NUMBERS[0], text=told.lot_number)
            for told, row in zip(events, rows, strict=True)
            if told.lot_number
        ],
        batch_size=2000,
    )
    if keep_rows:
        for told, row in zip(events, rows, strict=True):
            told.row = row


def _thing(role: str, one: Any) -> tuple[str, str, Any, str]:
    if isinstance(one, str):
        return role, one, None, ""
    uri, quantity, *unit = one
    return role, uri, Decimal(str(quantity)), unit[0] if unit else ""


def _thing_row(event: EpcisEvent, role: str, uri: str, quantity: Any, uom: str) -> EventThing:
    is_class = is_class_level(uri) or quantity is not None
    return EventThing(event=event, role=role, uri=uri, quantity=quantity, uom=uom, is_class=is_class)


def _row(told: Told) -> EpcisEvent:
    digits = sha256(
        repr((told.type, told.hour, told.action, told.step, told.things, told.is_error)).encode()
    ).hexdigest()
    return EpcisEvent(
        event_id=told.event_id or f"ni:///sha-256;{digits}?ver=CBV2.0",
        event_hash=digits,
        is_error_declaration=told.is_error,
        type=told.type,
        event_time=told.time,
        event_time_zone_offset="+07:00",
        record_time=told.time,
        action=told.action,
        biz_step=told.step,
        read_point=told.place,
        transformation_id=told.transformation_id,
        seller_id=told.seller_id,
        audience=told.audience,
        document={"type": told.type},
    )
