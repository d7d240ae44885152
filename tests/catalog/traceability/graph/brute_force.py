"""The chain of a thing, found the slow and plain way: the oracle of the walk.

Nothing is shared with the walk but the words of events: every rule is written a second time, over a list of events.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from tests.factories.epcis_world import Told

FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
Span = tuple[datetime, datetime]


def reached(events: Sequence[Told], start: str, *, downstream: bool) -> set[str]:
    """All things that can be reached from the start."""
    standing = _standing(events)
    todo: list[tuple[str, Span]] = [(start, (FIRST, LAST))]
    if downstream:
        todo += _contents(standing, start)
    done: set[tuple[str, Span]] = set()
    while todo:
        state = todo.pop()
        if state in done:
            continue
        done.add(state)
        todo += _after(standing, *state) if downstream else _before(standing, *state)
    return {uri for uri, _span in done}


def _standing(events: Sequence[Told]) -> list[Told]:
    wrong = {told.event_id for told in events if told.is_error}
    return [told for told in events if not told.is_error and told.event_id not in wrong]


def _names(told: Told, role: str, uri: str) -> bool:
    return any(thing[:2] == (role, uri) for thing in told.things)


def _of(told: Told, role: str) -> list[str]:
    return [uri for its_role, uri, _quantity, _uom in told.things if its_role == role]


def _after(events: Sequence[Told], uri: str, span: Span) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for told in events:
        if told.type == "TransformationEvent" and _names(told, "INPUT", uri) and _within(told, span):
            for other in _same_process(events, told):
                found += [(output, (FIRST, LAST)) for output in _of(other, "OUTPUT")]
    for parent in {parent for told in events for parent in _of(told, "PARENT")}:
        found += [(parent, both) for stay in _stays(events, parent, uri) if (both := _common(stay, span))]
    return found


def _before(events: Sequence[Told], uri: str, span: Span) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for told in events:
        if told.type == "TransformationEvent" and _names(told, "OUTPUT", uri):
            for other in _same_process(events, told):
                found += [(used, (other.time, other.time)) for used in _of(other, "INPUT")]
    for child in {child for told in events for child in _of(told, "CHILD")}:
        found += [(child, both) for stay in _stays(events, uri, child) if (both := _common(stay, span))]
    return found


def _contents(events: Sequence[Told], start: str) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    todo: list[tuple[str, Span]] = [(start, (FIRST, LAST))]
    while todo:
        parent, span = todo.pop()
        for child in {child for told in events for child in _of(told, "CHILD")}:
            for stay in _stays(events, parent, child):
                both = _common(stay, span)
                if both and (child, (both[0], LAST)) not in found:
                    found.append((child, (both[0], LAST)))
                    todo.append(found[-1])
    return found


def _same_process(events: Sequence[Told], told: Told) -> list[Told]:
    if not told.transformation_id:
        return [told]
    return [other for other in events if other.transformation_id == told.transformation_id]


def _stays(events: Sequence[Told], parent: str, child: str) -> list[Span]:
    spans: list[Span] = []
    since: datetime | None = None
    for told in sorted(events, key=lambda told: told.hour):
        if told.type not in ("AggregationEvent", "AssociationEvent") or not _names(told, "PARENT", parent):
            continue
        children = _of(told, "CHILD")
        if told.action == "DELETE":
            if since is not None and (child in children or not children):
                spans.append((since, told.time))
                since = None
        elif child in children and since is None:
            since = told.time
    return spans if since is None else [*spans, (since, LAST)]


def _within(told: Told, span: Span) -> bool:
    return span[0] <= told.time <= span[1]


def _common(one: Span, other: Span) -> Span | None:
    both = max(one[0], other[0]), min(one[1], other[1])
    return both if both[0] <= both[1] else None
