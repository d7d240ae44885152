"""``trace_graph``: the chain of a thing, as one viewer may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.layers import put_in_layers
from catalog.traceability.graph.link import LinkKind
from catalog.traceability.graph.seen import seen_events
from catalog.traceability.graph.shown import shown
from catalog.traceability.graph.trace_graph import Direction, TraceEdge, TraceGraph, TraceNode
from catalog.traceability.graph.walk import Level, Walk
from catalog.traceability.graph.window import ALWAYS

DEEPEST = 60
MOST = 5000


def trace_graph(
    uri: str,
    *,
    viewer: Viewer | None,
    direction: Direction = Direction.BOTH,
    depth: int = DEEPEST,
    limit: int = MOST,
    names: Collection[str] = (),
) -> TraceGraph:
    """Things and processes up and down the chain of a canonical URI. ``depth`` counts processes and packings.

    ``names``: what else the thing is or was called; its history under them is its own.
    Without a viewer the marketplace itself looks and sees everything; no page or answer is made of that.
    """
    walks = []
    if direction != Direction.DOWN:
        walks.append(walked_up(uri, depth=depth, limit=limit, names=names))
    if direction != Direction.UP:
        walks.append(walked_down(uri, depth=depth, limit=limit, names=names))
    seen = seen_events({event for walk in walks for event in walk.events()}, viewer)
    graph = _joined([shown(walk, uri, seen) for walk in walks])
    put_in_layers(graph)
    return graph


def walked_up(uri: str, *, depth: int = DEEPEST, limit: int = MOST, names: Collection[str] = ()) -> Walk:
    walk = Walk(depth, limit, is_upstream=True)
    walk.go({name: [ALWAYS] for name in _with(uri, names)})
    return walk


def walked_down(uri: str, *, depth: int = DEEPEST, limit: int = MOST, names: Collection[str] = ()) -> Walk:
    """With what was inside the start: it goes its own way once it is unpacked."""
    walk = Walk(depth, limit, is_upstream=False)
    starts: Level = defaultdict(list)
    for name in _with(uri, names):
        for thing, windows in walk.contents(name).items():
            starts[thing] += windows
    walk.go(starts)
    return walk


def _with(uri: str, names: Collection[str]) -> list[str]:
    return list(dict.fromkeys([uri, *sorted(names)]))


def _joined(graphs: list[TraceGraph]) -> TraceGraph:
    """Both directions as one: what is in both has the steps of both."""
    nodes: dict[str, TraceNode] = {}
    edges: dict[tuple[str, str, LinkKind | None], TraceEdge] = {}
    for graph in graphs:
        for node in graph.nodes:
            known = nodes.setdefault(node.key, node)
            if known is not node:
                _add_steps(known, node)
        edges |= {(edge.source, edge.target, edge.kind): edge for edge in graph.edges}
    truncated = any(graph.truncated for graph in graphs)
    return TraceGraph(graphs[0].start, list(nodes.values()), list(edges.values()), truncated)


def _add_steps(node: TraceNode, other: TraceNode) -> None:
    steps = {step.key: step for step in [*node.steps, *other.steps]}
    node.steps = sorted(steps.values(), key=lambda step: (step.time, step.key))
    if node.quantity is None:
        node.quantity, node.uom = other.quantity, other.uom


__all__ = ["DEEPEST", "MOST", "Direction", "TraceGraph", "trace_graph", "walked_down", "walked_up"]
