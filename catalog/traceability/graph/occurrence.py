"""What standing events say of things: the few statements that every walk through the graph is made of.

An event that an error declaration names does not stand, if the declaration is of the same seller or of the
marketplace. Long lists are asked for in portions, so that the number of statements grows with the size of the answer
and not with the number of things; a list is one parameter, for a statement with thousands takes longer to write
than to run.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from catalog.traceability.epcis.event import EpcisEvent, EventType
from catalog.traceability.epcis.event_rows import EventThing, ThingRole

PORTION = 5000
HOLDING = (EventType.AGGREGATION, EventType.ASSOCIATION)
"""Events by which things come to be inside others, or parts of them."""


class Occurrence(NamedTuple):
    """A thing in an event."""

    uri: str
    role: str
    is_class: bool
    quantity: Decimal | None
    uom: str
    event: int
    type: str
    action: str
    time: datetime
    transformation_id: str


COLUMNS = (
    "uri",
    "role",
    "is_class",
    "quantity",
    "uom",
    "event_id",
    "event__type",
    "event__action",
    "event__event_time",
    "event__transformation_id",
)


def standing_things() -> QuerySet[EventThing]:
    """Rows of events that stand."""
    declared = EpcisEvent.objects.filter(is_error_declaration=True, event_id=OuterRef("event__event_id"))
    own = Q(seller_id=OuterRef("event__seller_id")) | Q(seller_id__isnull=True)
    return EventThing.objects.filter(~Exists(declared.filter(own)), event__is_error_declaration=False)


def occurrences_of(uris: Collection[str]) -> Iterator[Occurrence]:
    """Wherever the things stand, in any role."""
    for portion in portions(uris):
        yield from _read(standing_things().filter(uri__in=one_of(portion)))


def named_in(events: Collection[int], roles: Collection[ThingRole]) -> Iterator[Occurrence]:
    """The things of events that are known to stand."""
    for portion in portions(events):
        yield from _read(EventThing.objects.filter(event_id__in=one_of(portion), role__in=roles))


def parts_of_transformations(ids: Collection[str], role: ThingRole) -> Iterator[Occurrence]:
    """Of all events that share the identifier of one long transformation."""
    for portion in portions(ids):
        yield from _read(standing_things().filter(event__transformation_id__in=one_of(portion), role=role))


def emptied(parents: Collection[str]) -> Iterator[Occurrence]:
    """Where everything was taken out of a parent at once: a DELETE that names no child."""
    children = EventThing.objects.filter(event_id=OuterRef("event_id"), role=ThingRole.CHILD)
    for portion in portions(parents):
        rows = standing_things().filter(uri__in=one_of(portion), role=ThingRole.PARENT, event__action="DELETE")
        yield from _read(rows.filter(~Exists(children), event__type__in=HOLDING))


def one_of(values: list[Any]) -> RawSQL:
    """For ``…__in``: keys or texts as one parameter."""
    if connection.vendor == "postgresql":
        if values and isinstance(values[0], str):
            return RawSQL("SELECT unnest(%s::text[])", [values])
        return RawSQL("SELECT unnest(%s::bigint[])", [values])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(values)])


def portions(values: Collection[Any]) -> Iterator[list[Any]]:
    listed = list(values)
    return (listed[start : start + PORTION] for start in range(0, len(listed), PORTION))


def _read(rows: QuerySet[EventThing]) -> Iterator[Occurrence]:
    return (Occurrence(*row) for row in rows.order_by().values_list(*COLUMNS))
