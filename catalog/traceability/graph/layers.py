"""``put_in_layers``: how far downstream each node stands, for drawing from left to right."""

from __future__ import annotations

from collections import defaultdict, deque

from catalog.traceability.graph.trace_graph import TraceGraph


def put_in_layers(graph: TraceGraph) -> None:
    """The longest way from what has nothing before it. Goods worked over again make a circle; it is cut anywhere."""
    following: dict[str, set[str]] = defaultdict(set)
    before: dict[str, int] = {node.key: 0 for node in graph.nodes}
    for edge in graph.edges:
        if edge.target not in following[edge.source]:
            following[edge.source].add(edge.target)
            before[edge.target] += 1
    layer = dict.fromkeys(before, 0)
    placed: set[str] = set()
    ready = deque(key for key, count in before.items() if count == 0)
    while len(placed) < len(before):
        if not ready:
            ready.append(min((key for key in before if key not in placed), key=lambda key: (before[key], key)))
        key = ready.popleft()
        if key in placed:
            continue
        placed.add(key)
        for target in following[key] - placed:
            layer[target] = max(layer[target], layer[key] + 1)
            before[target] -= 1
            if before[target] == 0:
                ready.append(target)
    for node in graph.nodes:
        node.layer = layer[node.key]
