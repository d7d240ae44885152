"""``cheapest_way``: which figures have to be withheld as well, so that one of them can have another value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from heapq import heappop, heappush

from marketplace.indicators.definition import ALL, Key
from marketplace.indicators.disclosure.table import Node, Table

Arcs = Mapping[Node, list[tuple[Node, Key]]]
SUMS_COST = (0, 10_000, 100_000_000)
"""Of a part, of a sum, of the sum of all: readers want sums more than parts."""


def arcs_of(table: Table, keys: Collection[Key]) -> Arcs:
    found: dict[Node, list[tuple[Node, Key]]] = {}
    for key in keys:
        for start, end in table.moves(key):
            found.setdefault(start, []).append((end, key))
    return found


def can_move(table: Table, key: Key, arcs: Arcs) -> bool:
    """Whether another value of the figure fits everything that is told; ``arcs`` are those of all withheld ones."""
    return any(_leads_back(start, end, key, arcs) for start, end in table.moves(key))


def _leads_back(start: Node, end: Node, key: Key, arcs: Arcs) -> bool:
    seen, waiting = {end}, [end]
    while waiting:
        for further, by in arcs.get(waiting.pop(), ()):
            if by != key and further not in seen:
                if further == start:
                    return True
                seen.add(further)
                waiting.append(further)
    return False


def cheapest_way(table: Table, key: Key, hidden: Collection[Key], favoured: Collection[Key], arcs: Arcs) -> set[Key]:
    """The figures of the cheapest way back; ``arcs`` are those of the whole table. There always is one: everything up.

    What is withheld already costs nothing, then come those favoured (withheld last time), then figures of few before
    those of many, and sums last.
    """
    costs = {each: _cost(table, each, hidden, favoured) for each in table.cells}
    ways = [_way(start, end, key, arcs, costs) for start, end in table.moves(key)]
    found = min((way for way in ways if way is not None), key=lambda way: (way[0], sorted(way[1])))
    return found[1]


def _way(start: Node, end: Node, key: Key, arcs: Arcs, costs: Mapping[Key, float]) -> tuple[float, set[Key]] | None:
    """From ``end`` back to ``start`` (Dijkstra)."""
    waiting: list[tuple[float, Node, tuple[Key, ...]]] = [(0.0, end, ())]
    done: set[Node] = set()
    while waiting:
        cost, node, way = heappop(waiting)
        if node == start:
            return cost, set(way)
        if node in done:
            continue
        done.add(node)
        for further, by in arcs.get(node, ()):
            if by != key and further not in done:
                heappush(waiting, (cost + costs[by], further, (*way, by)))
    return None


def _cost(table: Table, key: Key, hidden: Collection[Key], favoured: Collection[Key]) -> float:
    if key in hidden:
        return 0.0
    if key in favoured:
        return 0.5
    sums = 2 if all(part == ALL for part in key) else key.count(ALL)
    return min(table.cells[key].contributors) + SUMS_COST[sums]
