"""``walk``: everything that a thing was made of or that was made of it, level by level.

1. Read where the things of the level stand: one statement for all of them.
2. Upstream: what went into the processes that made them, what was inside them, the lot that a piece is of.
   Downstream: what the processes made that used them, what they were packed into, the pieces of a lot.
3. A container counts only while the thing is inside, so that the next load of a reused pallet is not drawn in;
   what a process made counts for all time, for within a lot nobody can tell earlier pieces from later ones.
4. What was not reached before, or not for all of that time, is the next level.

Nothing here asks who may see it; ``trace.py`` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.event_rows import ThingRole
from catalog.traceability.graph.containment import Packings, packings_of_children, packings_of_parents, stays
from catalog.traceability.graph.link import Link, LinkKind, is_kind, process_of
from catalog.traceability.graph.occurrence import Occurrence, named_in, occurrences_of, parts_of_transformations
from catalog.traceability.graph.pieces import lots_of_pieces, pieces_of_lots
from catalog.traceability.graph.window import ALWAYS, LATEST, Window

Level = dict[str, list[Window]]


@dataclass(slots=True)
class Walk:
    """What was reached: things with the times they count, links, and where each thing stands."""

    depth: int
    limit: int
    is_upstream: bool
    things: dict[str, list[Window]] = field(default_factory=dict)
    links: dict[tuple[str, str, LinkKind], dict[int, Link]] = field(default_factory=dict)
    """By ends and kind, then by event."""
    occurrences: dict[str, list[Occurrence]] = field(default_factory=dict)
    is_truncated: bool = False

    def go(self, level: Level) -> None:
        """Walk on from the things of a level until nothing is new."""
        reached: dict[str, list[Window]] = defaultdict(list)
        level = self._new(level, reached)
        for _ in range(self.depth):
            self._read(level)
            if not level:
                return
            links = self._upstream(level) if self.is_upstream else self._downstream(level)
            level = self._new(self._noted(links), reached)
        self._read(level)
        self.is_truncated = self.is_truncated or bool(level)

    def events(self) -> set[int]:
        """Of all that was read and of all links."""
        of_links = {event for told in self.links.values() for event in told}
        return of_links | {row.event for rows in self.occurrences.values() for row in rows}

    def contents(self, start: str) -> Level:
        """What was ever inside the start, and inside that: it goes its own way from there on."""
        found: Level = defaultdict(list)
        level: Level = {start: [ALWAYS]}
        while level and len(found) < self.limit:
            for uri, windows in level.items():
                found[uri] += windows
            self._read(level)
            inside: Level = defaultdict(list)
            for link in _packed(packings_of_parents(self._of(level)), level, end=0):
                self._note(link)
                window = Window(link.window.start, LATEST)
                if not _is_covered(window, [*found.get(link.source, []), *inside[link.source]]):
                    inside[link.source].append(window)
            level = {uri: windows for uri, windows in inside.items() if windows}
        return found

    def _read(self, level: Level) -> None:
        unknown = [uri for uri in level if uri not in self.occurrences and not is_kind(uri)]
        self.occurrences |= {uri: [] for uri in level if uri not in self.occurrences}
        for row in occurrences_of(unknown):
            self.occurrences[row.uri].append(row)

    def _of(self, level: Level) -> list[Occurrence]:
        return [row for uri in level for row in self.occurrences[uri]]

    def _downstream(self, level: Level) -> list[Link]:
        rows = self._of(level)
        used = [row for row in rows if row.role == ThingRole.INPUT and _is_within(row, level)]
        pieces = pieces_of_lots(rows, level)
        return [
            *_through_processes(used, ThingRole.OUTPUT, ALWAYS),
            *_packed(packings_of_children(rows), level, end=1),
            *(Link(row.lot, row.piece, LinkKind.PIECE, row.event, None, "", ALWAYS) for row in pieces),
        ]

    def _upstream(self, level: Level) -> list[Link]:
        rows = self._of(level)
        made = [row for row in rows if row.role == ThingRole.OUTPUT]
        return [
            *_through_processes(made, ThingRole.INPUT, None),
            *_packed(packings_of_parents(rows), level, end=0),
            *(Link(row.lot, row.piece, LinkKind.PIECE, row.event, None, "", ALWAYS) for row in lots_of_pieces(rows)),
        ]

    def _noted(self, links: Iterable[Link]) -> Level:
        """The things at the far ends, with the times they count; the near half of a process leads to no thing."""
        near_half = LinkKind.OUTPUT if self.is_upstream else LinkKind.INPUT
        found: Level = defaultdict(list)
        for link in links:
            self._note(link)
            if link.kind != near_half:
                found[link.source if self.is_upstream else link.target].append(link.window)
        return found

    def _note(self, link: Link) -> None:
        self.links.setdefault((link.source, link.target, link.kind), {})[link.event] = link

    def _new(self, level: Mapping[str, list[Window]], reached: dict[str, list[Window]]) -> Level:
        """Things and times not reached before, as many as the limit allows."""
        found: Level = {}
        for uri, windows in level.items():
            fresh = [window for window in dict.fromkeys(windows) if not _is_covered(window, reached[uri])]
            if not fresh:
                continue
            if uri not in self.things and len(self.things) >= self.limit:
                self.is_truncated = True
                continue
            found[uri] = fresh
            reached[uri] += fresh
            self.things.setdefault(uri, []).extend(fresh)
        return found


def _is_covered(window: Window, known: Iterable[Window]) -> bool:
    return any(other.covers(window) for other in known)


def _is_within(row: Occurrence, level: Level) -> bool:
    return any(window.holds(row.time) for window in level[row.uri])


def _through_processes(near: list[Occurrence], far_role: ThingRole, window: Window | None) -> list[Link]:
    """Both halves of each process: the things of the level, and those on its other side.

    Without a window the far things count when they were used: what was inside a container then, not before or after.
    """
    near = [row for row in near if row.type == EventType.TRANSFORMATION]
    processes = {process_of(row) for row in near}
    shared = {row.transformation_id for row in near if row.transformation_id}
    single = {row.event for row in near if not row.transformation_id}
    far = [*named_in(single, [far_role]), *parts_of_transformations(shared, far_role)]
    links = [_half(row, ALWAYS) for row in near]
    return links + [
        _half(row, window or Window(row.time, row.time)) for row in dict.fromkeys(far) if process_of(row) in processes
    ]


def _half(row: Occurrence, window: Window) -> Link:
    if row.role == ThingRole.INPUT:
        return Link(row.uri, process_of(row), LinkKind.INPUT, row.event, row.quantity, row.uom, window)
    return Link(process_of(row), row.uri, LinkKind.OUTPUT, row.event, row.quantity, row.uom, window)


def _packed(packings: Packings, level: Level, *, end: int) -> list[Link]:
    """Links for the time that the thing of the level counts: the parent is ``end`` 0 of a packing, the child 1."""
    found = []
    for pair, rows in packings.items():
        for stay in stays(rows):
            opened = stay.opened_by
            for window in level[pair[end]]:
                common = stay.window.common(window)
                if common is not None:
                    found.append(
                        Link(pair[1], pair[0], LinkKind.PACKED, opened.event, opened.quantity, opened.uom, common)
                    )
    return found
