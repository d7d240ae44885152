"""Containment: from when until when a thing was inside another.

1. ADD opens it. An OBSERVE does, too, where nobody recorded the packing.
2. DELETE of the child closes it; DELETE of the parent without children closes it for all of them.
3. Of a lot, so many pieces: it closes when as many were taken out as were put in.
4. What was never taken out is still in there.

Ten pieces of a lot packed at 8, four taken out at 9 and six at 11 were in there from 8 to 11.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

from catalog.traceability.epcis.event_rows import ThingRole
from catalog.traceability.graph.occurrence import HOLDING, Occurrence, emptied, named_in
from catalog.traceability.graph.window import LATEST, Window

Packings = dict[tuple[str, str], list[Occurrence]]
"""By parent and child: the child in events that hold both, the parent in those that empty it."""


class Stay(NamedTuple):
    """A child inside a parent, and the occurrence that put it there."""

    window: Window
    opened_by: Occurrence


def packings_of_children(occurrences: Iterable[Occurrence]) -> Packings:
    """What the things were packed into. Two statements, whatever their number."""
    children: dict[int, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if occurrence.role == ThingRole.CHILD and occurrence.type in HOLDING:
            children[occurrence.event].append(occurrence)
    found: Packings = defaultdict(list)
    for parent in named_in(children, [ThingRole.PARENT]):
        for child in children[parent.event]:
            found[parent.uri, child.uri].append(child)
    return _with_emptyings(found, emptied({parent for parent, _child in found}))


def packings_of_parents(occurrences: Iterable[Occurrence]) -> Packings:
    """What was packed into the things. One statement, whatever their number."""
    parents = {
        occurrence.event: occurrence
        for occurrence in occurrences
        if occurrence.role == ThingRole.PARENT and occurrence.type in HOLDING
    }
    found: Packings = defaultdict(list)
    naming = set()
    for child in named_in(parents, [ThingRole.CHILD]):
        found[parents[child.event].uri, child.uri].append(child)
        naming.add(child.event)
    rest = [row for event, row in parents.items() if event not in naming and row.action == "DELETE"]
    return _with_emptyings(found, rest)


def stays(packings: Collection[Occurrence]) -> list[Stay]:
    """The times that one child was inside one parent, in order."""
    if len(packings) == 1:  # most things are packed once
        (only,) = packings
        return [] if only.action == "DELETE" else [Stay(Window(only.time, LATEST), only)]
    found: list[Stay] = []
    opened: Occurrence | None = None
    held: Decimal | None = None
    for row in sorted(packings, key=lambda row: (row.time, row.event)):
        if row.action != "DELETE":
            if opened is None:
                opened, held = row, row.quantity
            elif row.action == "ADD" and held is not None and row.quantity is not None:
                held += row.quantity
        elif opened is not None:
            held = _left(held, row)
            if held is None:
                found.append(Stay(Window(opened.time, row.time), opened))
                opened = None
    return [*found, Stay(Window(opened.time, LATEST), opened)] if opened is not None else found


def _left(held: Decimal | None, removal: Occurrence) -> Decimal | None:
    """What is still inside; ``None`` for nothing. An emptying, or one that says no quantity, takes everything."""
    if held is None or removal.quantity is None or removal.role == ThingRole.PARENT or removal.quantity >= held:
        return None
    return held - removal.quantity


def _with_emptyings(found: Packings, emptyings: Iterable[Occurrence]) -> Packings:
    children: dict[str, list[str]] = defaultdict(list)
    for parent, child in found:
        children[parent].append(child)
    for row in emptyings:
        for child in children[row.uri]:
            found[row.uri, child].append(row)
    return found
