"""``trace_graph``: the chain of a thing, as one viewer may see it."""

from __future__ import annotations

from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.layers import put_in_layers
from catalog.traceability.graph.link import LinkKind
from catalog.traceability.graph.seen import seen_events
from catalog.traceability.graph.shown import shown
from catalog.traceability.graph.trace_graph import Direction, TraceEdge, TraceGraph, TraceNode
from catalog.traceability.graph.walk import Walk
from catalog.traceability.graph.window import ALWAYS

DEEPEST = 60
MOST = 5000


def trace_graph(
    uri: str, *, viewer: Viewer | None, direction: Direction = Direction.BOTH, depth: int = DEEPEST, limit: int = MOST
) -> TraceGraph:
    """Things and processes up and down the chain of a canonical URI. ``depth`` counts processes and packings.

    Without a viewer the marketplace itself looks and sees everything; no page or answer is made of that.
    """
    walks = []
    if direction != Direction.DOWN:
        walks.append(walked_up(uri, depth=depth, limit=limit))
    if direction != Direction.UP:
        walks.append(walked_down(uri, depth=depth, limit=limit))
    seen = seen_events({event for walk in walks for event in walk.events()}, viewer)
    graph = _joined([shown(walk, uri, seen) for walk in walks])
    put_in_layers(graph)
    return graph


def walked_up(uri: str, *, depth: int = DEEPEST, limit: int = MOST) -> Walk:
    walk = Walk(depth, limit, is_upstream=True)
    walk.go({uri: [ALWAYS]})
    return walk


def walked_down(uri: str, *, depth: int = DEEPEST, limit: int = MOST) -> Walk:
    """With what was inside the start: it goes its own way once it is unpacked."""
    walk = Walk(depth, limit, is_upstream=False)
    walk.go(walk.contents(uri))
    return walk


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
