"""``lot_events``: the events of a lot and of what went into it, as far as the reader may follow them.

1. Begin with the events that name the lot, as it is or was called; of those that the reader sees, go on from inputs to
   their events, and from what was packed to its container.
2. Inputs and containers are followed only where the reader is shown them.
3. Two statements for each level, at most `DEEPEST` levels and `MOST_EVENTS` events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.epcis.rights.redacted import rules_of
from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.reader import Reader

DEEPEST = 10
MOST_EVENTS = 1000
_LEADS = {
    "inputEPCList": (ThingRole.OUTPUT, ThingRole.INPUT),
    "inputQuantityList": (ThingRole.OUTPUT, ThingRole.INPUT),
    "parentID": (ThingRole.CHILD, ThingRole.PARENT),
}
"""In which role a thing has to be there for the field to lead on, and to things of which role."""


def lot_events(lot: Lot, reader: Reader) -> tuple[list[EpcisEvent], dict[int, dict[str, Any]]]:
    """The events in the order they happened, and of each the document as the reader sees it. Needs ``lot.variant``."""
    events: dict[int, EpcisEvent] = {}
    shown: dict[int, dict[str, Any]] = {}
    rules: dict[int | None, dict[str, str]] = {}
    frontier, seen = set(names_of(lot)), set[str]()
    for _level in range(DEEPEST):
        if not frontier or len(events) >= MOST_EVENTS:
            break
        seen |= frontier
        found = _about(frontier, reader, MOST_EVENTS - len(events), known=events)
        rules |= rules_of({event.seller_id for event in found} - set(rules))
        events |= {event.pk: event for event in found}
        shown |= {event.pk: reader.shown(event, rules) for event in found}
        frontier = _further(frontier, found, shown) - seen
    return sorted(events.values(), key=lambda event: (event.event_time, event.pk)), shown


def _about(uris: Iterable[str], reader: Reader, most: int, known: Mapping[int, Any]) -> list[EpcisEvent]:
    naming = EventThing.objects.filter(uri__in=uris).values("event")
    found = reader.events().filter(pk__in=naming).exclude(pk__in=list(known)).order_by("event_time", "pk")
    return [event for event in found[: MOST_EVENTS + 1] if reader.sees(event)][:most]


def _further(frontier: set[str], found: list[EpcisEvent], shown: Mapping[int, Mapping[str, Any]]) -> set[str]:
    rows = EventThing.objects.filter(event__in=found).values_list("event_id", "role", "uri")
    by_event: dict[int, list[tuple[str, str]]] = {event.pk: [] for event in found}
    for event_id, role, uri in rows:
        by_event[event_id].append((role, uri))
    return {
        uri
        for event_id, things in by_event.items()
        for field, (here, there) in _LEADS.items()
        if field in shown[event_id] and any(role == here and uri in frontier for role, uri in things)
        for role, uri in things
        if role == there
    }
