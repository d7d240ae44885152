"""``linked_stages``: which stages of a lot's making and trade its events link to it, up to the plots it came from.

1. Begin with the lot itself, under all names that it ever had; take every event that names it and that no error
   declaration takes back.
2. What became of it went in: from outputs go to the inputs; what was packed goes on in its container.
3. Do so level by level, two statements each, at most `DEEPEST` levels and `MOST_EVENTS` events.
4. A stage is what was done (a word for a business step) by whom, once, however often it was written down. That a lot
   was given another name is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.epcis.vocabulary import bare
from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.lot import Lot
from catalog.traceability.own_vocabulary import RENAMING

DEEPEST = 10
MOST_EVENTS = 1000
NEEDED = 2
_INTO = {ThingRole.OUTPUT: ThingRole.INPUT, ThingRole.CHILD: ThingRole.PARENT}


class TooFewStages(ValueError):
    """One stage says where nothing came from: it is no trace."""

    def __init__(self, found: int, needed: int = NEEDED) -> None:
        super().__init__(f"{found} linked stages, {needed} are needed")
        self.found = found
        self.needed = needed


@dataclass(frozen=True, slots=True)
class LinkedStage:
    """``biz_step`` is a bare word of the vocabulary or a URI; the event is the earliest of the stage."""

    biz_step: str
    seller_id: int | None
    is_own: bool
    is_upstream: bool
    """Of what went into the lot, and not of the lot itself."""
    event_id: int
    event_time: datetime


def linked_stages(lot: Lot) -> list[LinkedStage]:
    """Distinct stages, the lot's own and its partners', oldest first. Needs ``lot.variant``."""
    direct, events = _events_around(names_of(lot))
    stages: dict[tuple[str, int | None, bool], LinkedStage] = {}
    for event in sorted(events.values(), key=lambda one: (one.event_time, one.pk)):
        is_upstream = event.pk not in direct
        key = (event.biz_step, event.seller_id, is_upstream)
        if event.biz_step not in ("", RENAMING) and key not in stages:
            is_own = event.seller_id == lot.seller_id
            stages[key] = LinkedStage(
                bare(event.biz_step), event.seller_id, is_own, is_upstream, event.pk, event.event_time
            )
    return list(stages.values())


def require_traced(lot: Lot) -> None:
    """Raises `TooFewStages` for a lot that a label must not call traced."""
    found = len(linked_stages(lot))
    if found < NEEDED:
        raise TooFewStages(found)


def standing_events() -> QuerySet[EpcisEvent]:
    """Without error declarations and what they take back."""
    taken_back = EpcisEvent.objects.filter(is_error_declaration=True, event_hash=OuterRef("event_hash")).filter(
        Q(seller=OuterRef("seller")) | Q(seller=None)
    )
    return EpcisEvent.objects.filter(is_error_declaration=False).exclude(Exists(taken_back))


def _events_around(names: Collection[str]) -> tuple[set[int], dict[int, EpcisEvent]]:
    """The keys of the events that name the lot itself, and all that are linked."""
    seen, frontier = set(names), set(names)
    events: dict[int, EpcisEvent] = {}
    direct: set[int] = set()
    for level in range(DEEPEST):
        things = EventThing.objects.filter(uri__in=frontier).values_list("event_id", "role")
        roles = _not_only_used(things[:MOST_EVENTS])
        found = {one.pk: one for one in _columns(standing_events().filter(pk__in=roles.keys() - events.keys()))}
        events |= found
        direct |= found.keys() if level == 0 else set()
        frontier = _further(found.keys(), roles) - seen
        seen |= frontier
        if not frontier or len(events) >= MOST_EVENTS:
            break
    return direct, events


def _not_only_used(things: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    """Roles by event; where a lot's own goods went into something else is that other thing's history."""
    roles: dict[int, set[str]] = {}
    for event, role in things:
        if role != ThingRole.INPUT:
            roles.setdefault(event, set()).add(role)
    return roles


def _further(events: Collection[int], roles: dict[int, set[str]]) -> set[str]:
    wanted = {(event, _INTO[ThingRole(role)]) for event in events for role in roles[event] if role in _INTO}
    rows = EventThing.objects.filter(event_id__in=[event for event, _ in wanted]).values_list("event_id", "role", "uri")
    return {uri for event, role, uri in rows if (event, role) in wanted}


def _columns(events: QuerySet[EpcisEvent]) -> QuerySet[EpcisEvent]:
    return events.only("id", "biz_step", "seller_id", "event_time")
