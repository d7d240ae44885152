"""``follow``: up the ways of many lots at once, level by level, until each is traced or ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.linked_stages import DEEPEST, NEEDED, standing_events
from catalog.traceability.own_vocabulary import RENAMING

T = TypeVar("T")
MOST_KEYS = 500
"""In one condition: databases bound the number of parameters."""
INTO: Mapping[str, str] = {ThingRole.OUTPUT: ThingRole.INPUT, ThingRole.CHILD: ThingRole.PARENT}
Named = dict[str, list[tuple[int, str]]]
"""Events and roles by the name of a thing."""
Stage = tuple[str, int | None, bool]
"""What was done by whom, and whether it was to what went into the lot."""


@dataclass(slots=True)
class Way:
    """How far one lot has been followed."""

    seller_id: int
    frontier: set[str]
    seen: set[str] = field(default_factory=set)
    events: set[int] = field(default_factory=set)
    stages: set[Stage] = field(default_factory=set)

    @property
    def is_open(self) -> bool:
        return bool(self.frontier) and not self.is_traced

    @property
    def is_traced(self) -> bool:
        return len(self.stages) >= NEEDED


def follow(ways: Collection[Way]) -> None:
    """At most ten levels, as many statements for all of them as for one, counted by 500 names."""
    for level in range(DEEPEST):
        still = [way for way in ways if way.is_open]
        if not still:
            return
        named = _named({uri for way in still for uri in way.frontier})
        stages = _stages({event for found in named.values() for event, _ in found})
        inside = _inside({(event, INTO[role]) for found in named.values() for event, role in found if role in INTO})
        for way in still:
            _step(way, named, stages, inside, is_upstream=level > 0)


def _step(
    way: Way,
    named: Named,
    stages: Mapping[int, tuple[str, int | None]],
    inside: Mapping[tuple[int, str], set[str]],
    *,
    is_upstream: bool,
) -> None:
    met = [(event, role) for uri in way.frontier for event, role in named.get(uri, ())]
    fresh = [(event, role) for event, role in met if event in stages and event not in way.events]
    way.seen |= way.frontier
    way.events |= {event for event, _ in fresh}
    done = {stages[event] for event, _ in fresh}
    way.stages |= {(step, seller, is_upstream) for step, seller in done if step not in ("", RENAMING)}
    way.frontier = {uri for event, role in fresh for uri in inside.get((event, INTO.get(role, "")), ())} - way.seen


def _named(uris: Collection[str]) -> Named:
    """Where a lot's own goods went into something else is that other thing's history."""
    found: Named = defaultdict(list)
    for some in _portions(uris):
        rows = EventThing.objects.filter(uri__in=some).exclude(role=ThingRole.INPUT).order_by()
        for event, role, uri in rows.values_list("event_id", "role", "uri"):
            found[uri].append((event, role))
    return found


def _stages(events: Collection[int]) -> dict[int, tuple[str, int | None]]:
    found: dict[int, tuple[str, int | None]] = {}
    for some in _portions(events):
        rows = standing_events().filter(pk__in=some).order_by()
        found.update({pk: (step, seller) for pk, step, seller in rows.values_list("pk", "biz_step", "seller_id")})
    return found


def _inside(wanted: Collection[tuple[int, str]]) -> dict[tuple[int, str], set[str]]:
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for some in _portions({event for event, _ in wanted}):
        rows = EventThing.objects.filter(event_id__in=some, role__in=INTO.values()).order_by()
        for event, role, uri in rows.values_list("event_id", "role", "uri"):
            found[event, role].add(uri)
    return found


def _portions(keys: Iterable[T]) -> Iterator[list[T]]:
    known = list(keys)
    for start in range(0, len(known), MOST_KEYS):
        yield known[start : start + MOST_KEYS]
