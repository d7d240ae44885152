"""``shown``: a walk as one viewer may see it.

1. A link is shown when an event that the viewer may read tells of it, in fields that are not kept from the viewer.
2. Shown is what can be reached from the start over such links. What lies behind a link that is not shown is not shown
   either, even where it could be read elsewhere: that it belongs to this chain is the secret.
3. Where something is left out, there stands a stage that is not shown, so that the chain is not silently cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal

from catalog.traceability.graph.link import PROCESS, Link, LinkKind, is_kind
from catalog.traceability.graph.seen import Seen
from catalog.traceability.graph.trace_graph import NodeKind, TraceEdge, TraceGraph, TraceNode
from catalog.traceability.graph.walk import Walk
from catalog.traceability.graph.window import EARLIEST, Window

Pair = tuple[str, str, LinkKind]
Links = Mapping[Pair, list[Link]]
Naming = set[tuple[str, int]]
_COUNTED = {
    LinkKind.INPUT: "inputQuantityList",
    LinkKind.OUTPUT: "outputQuantityList",
    LinkKind.PACKED: "childQuantityList",
    LinkKind.PIECE: "quantityList",
}


def shown(walk: Walk, start: str, seen: Mapping[int, Seen]) -> TraceGraph:
    """``seen``: the events of the walk that the viewer may read, by key."""
    naming = _naming(walk, seen)
    visible = {pair: links for pair, told in walk.links.items() if (links := _visible(pair, told, naming, seen))}
    within = _reachable(start, visible)
    edges = [_edge(pair, links, seen) for pair, links in visible.items() if within.issuperset(pair[:2])]
    nodes = [_node(key, walk, seen, naming) for key in sorted(within, key=lambda key: (key != start, key))]
    _put_processes(nodes, walk, seen)
    _count_made(nodes, edges)
    hidden = _hidden_ends(walk, visible, within)
    nodes += [TraceNode(_hidden_key(*end), NodeKind.HIDDEN) for end in sorted(hidden)]
    edges += [_hidden_edge(*end) for end in sorted(hidden)]
    return TraceGraph(start, nodes, edges, walk.is_truncated)


def _naming(walk: Walk, seen: Mapping[int, Seen]) -> Naming:
    """Things and the events that tell the viewer of them. The rows of kinds are not read, so their links tell."""
    of_rows = {
        (uri, row.event)
        for uri, rows in walk.occurrences.items()
        for row in rows
        if row.event in seen and seen[row.event].names(row)
    }
    of_kinds = {
        (end, event)
        for pair, told in walk.links.items()
        for end in pair[:2]
        if is_kind(end)
        for event in told
        if event in seen and _COUNTED[pair[2]] not in seen[event].hidden
    }
    return of_rows | of_kinds


def _visible(pair: Pair, told: Mapping[int, Link], naming: Naming, seen: Mapping[int, Seen]) -> list[Link]:
    ends = [end for end in pair[:2] if not end.startswith(PROCESS)]
    if pair[2] == LinkKind.PIECE:
        return [
            link
            for event, link in told.items()
            if (pair[1], event) in naming and ((pair[0], event) in naming or "ilmd" not in seen[event].hidden)
        ]
    return [link for event, link in told.items() if all((end, event) in naming for end in ends)]


def _reachable(start: str, visible: Links) -> set[str]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for source, target, _kind in visible:
        neighbours[source].add(target)
        neighbours[target].add(source)
    found, level = {start}, {start}
    while level:
        level = {key for near in level for key in neighbours[near]} - found
        found |= level
    return found


def _edge(pair: Pair, links: Collection[Link], seen: Mapping[int, Seen]) -> TraceEdge:
    quantities = [link.quantity for link in links]
    units = {link.uom for link in links}
    known = [quantity for quantity in quantities if quantity is not None]
    is_sum = len(units) == 1 and len(known) == len(quantities)
    return TraceEdge(
        source=pair[0],
        target=pair[1],
        kind=pair[2],
        event_ids=tuple(seen[link.event].event_id for link in links),
        quantity=sum(known, Decimal()) if is_sum else None,
        uom=units.pop() if is_sum else "",
    )


def _node(key: str, walk: Walk, seen: Mapping[int, Seen], naming: Naming) -> TraceNode:
    if key.startswith(PROCESS):
        return TraceNode(key, NodeKind.PROCESS)
    rows = walk.occurrences.get(key, [])
    windows = [Window(EARLIEST, window.end) if walk.is_upstream else window for window in walk.things.get(key, [])]
    events = {
        row.event: seen[row.event]
        for row in rows
        if (key, row.event) in naming and any(window.holds(row.time) for window in windows)
    }
    steps = sorted(events.values(), key=lambda event: (event.time, event.key))
    return TraceNode(key, NodeKind.THING, is_class=any(row.is_class for row in rows), steps=steps)


def _put_processes(nodes: list[TraceNode], walk: Walk, seen: Mapping[int, Seen]) -> None:
    events: dict[str, set[int]] = defaultdict(set)
    for (source, target, _kind), told in walk.links.items():
        for end in (source, target):
            if end.startswith(PROCESS):
                events[end] |= {event for event in told if event in seen}
    for node in nodes:
        if node.kind == NodeKind.PROCESS:
            node.steps = sorted((seen[event] for event in events[node.key]), key=lambda event: (event.time, event.key))


def _count_made(nodes: list[TraceNode], edges: list[TraceEdge]) -> None:
    made: dict[str, list[TraceEdge]] = defaultdict(list)
    for edge in edges:
        if edge.kind == LinkKind.OUTPUT:
            made[edge.target].append(edge)
    for node in nodes:
        quantities = [edge.quantity for edge in made[node.key] if edge.quantity is not None]
        units = {edge.uom for edge in made[node.key]}
        if quantities and len(quantities) == len(made[node.key]) and len(units) == 1:
            node.quantity, node.uom = sum(quantities, Decimal()), units.pop()


def _hidden_ends(walk: Walk, visible: Links, within: Collection[str]) -> set[tuple[str, bool]]:
    """Nodes that are shown and have something next to them that is not: upstream of them, or downstream."""
    found = set()
    for pair in walk.links:
        source, target, _kind = pair
        if pair not in visible:
            found |= {(end, is_after) for end, is_after in ((source, True), (target, False)) if end in within}
    return found


def _hidden_key(end: str, is_after: bool) -> str:
    return f"hidden:{'after' if is_after else 'before'}:{end}"


def _hidden_edge(end: str, is_after: bool) -> TraceEdge:
    stage = _hidden_key(end, is_after)
    return TraceEdge(end, stage, None) if is_after else TraceEdge(stage, end, None)
