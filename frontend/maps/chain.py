"""``chain_picture``: the chain of a lot as boxes from left to right, what was before on the left.

1. Nodes stand in columns by their layer; columns that nothing stands in are left out.
2. In a column each node stands as near as it can to what it is joined to on the left (barycentre).
3. A column with too many boxes shows the first ones and says how many more there are; the table has them all.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 158, 56, 36, 16, 12
MOST_IN_COLUMN = 9
WIDE, LONG = 4, 7
"""Columns."""
LONGEST_NAME, LONGEST_WHAT, TAIL = 15, 18, 8

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    kind: str
    """``thing``, ``process``, ``hidden``, ``start`` or ``more``."""
    name: str
    what: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Curve:
    path: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class ChainPicture:
    width: int
    height: int
    span: str
    """``wide`` and ``long`` ones are not shrunk below what can be read; then they are scrolled."""
    box_width: int
    box_height: int
    boxes: Sequence[Box]
    curves: Sequence[Curve]


def chain_picture(nodes: Sequence[Node], edges: Sequence[Mapping[str, Any]]) -> ChainPicture | None:
    """Of the API's nodes and edges; ``None`` where there is nothing but the start."""
    if len(nodes) < 2:
        return None
    columns = _columns(nodes, edges)
    places: dict[str, tuple[int, int]] = {}
    boxes: list[Box] = []
    tallest = max(min(len(column), MOST_IN_COLUMN + 1) for column in columns)
    for number, column in enumerate(columns):
        x = MARGIN + number * (WIDTH + ACROSS)
        shown = column if len(column) <= MOST_IN_COLUMN + 1 else column[:MOST_IN_COLUMN]
        rows = len(shown) + (len(shown) < len(column))
        top = MARGIN + (tallest - rows) * (HEIGHT + DOWN) // 2
        for row, node in enumerate(shown):
            places[node["key"]] = x, top + row * (HEIGHT + DOWN)
            boxes.append(_box(node, *places[node["key"]]))
        if len(shown) < len(column):
            y = top + len(shown) * (HEIGHT + DOWN)
            boxes.append(Box(x, y, "more", "", "", len(column) - len(shown)))
            places |= {node["key"]: (x, y) for node in column[len(shown) :]}
    return ChainPicture(
        width=2 * MARGIN + len(columns) * (WIDTH + ACROSS) - ACROSS,
        span="long" if len(columns) > LONG else "wide" if len(columns) > WIDE else "",
        height=2 * MARGIN + tallest * (HEIGHT + DOWN) - DOWN,
        box_width=WIDTH,
        box_height=HEIGHT,
        boxes=boxes,
        curves=_curves(nodes, edges, places),
    )


def _columns(nodes: Sequence[Node], edges: Sequence[Mapping[str, Any]]) -> list[list[Node]]:
    before: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        before[edge["target"]].append(edge["source"])
    by_layer: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        by_layer[node["layer"]].append(node)
    columns: list[list[Node]] = []
    height: dict[str, float] = {}
    for layer in sorted(by_layer):
        column = sorted(by_layer[layer], key=lambda node: _rank(node, before, height))
        height |= {node["key"]: row / len(column) for row, node in enumerate(column)}
        columns.append(column)
    return columns


def _rank(node: Node, before: Mapping[str, Sequence[str]], height: Mapping[str, float]) -> tuple[bool, bool, float]:
    """The start and stages that are not shown stand first, so that no column is too tall for them."""
    return not node["isStart"], node["kind"] != "HIDDEN", _mean(before[node["key"]], height)


def _mean(keys: Sequence[str], height: Mapping[str, float]) -> float:
    known = [height[key] for key in keys if key in height]
    return sum(known) / len(known) if known else 0.5


def _box(node: Node, x: int, y: int) -> Box:
    kind = "start" if node["isStart"] else node["kind"].lower()
    return Box(x, y, kind, _name(node["name"] or ""), _short(node["what"] or "", LONGEST_WHAT))


def _name(text: str) -> str:
    """Of a long number the end, by which people tell packages apart."""
    if text.isdecimal() and len(text) > LONGEST_NAME:
        return f"…{text[-TAIL:]}"
    return _short(text, LONGEST_NAME)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _curves(
    nodes: Sequence[Node], edges: Sequence[Mapping[str, Any]], places: Mapping[str, tuple[int, int]]
) -> list[Curve]:
    """Each line once, however many edges fall on it."""
    hidden = {node["key"] for node in nodes if node["kind"] == "HIDDEN"}
    found: dict[str, bool] = {}
    for edge in edges:
        (x1, y1), (x2, y2) = places[edge["source"]], places[edge["target"]]
        start, end, y1, y2 = x1 + WIDTH, x2, y1 + HEIGHT // 2, y2 + HEIGHT // 2
        bend = max((end - start) // 2, ACROSS // 2)
        path = f"M{start} {y1}C{start + bend} {y1} {end - bend} {y2} {end} {y2}"
        found[path] = found.get(path, True) and bool({edge["source"], edge["target"]} & hidden)
    return [Curve(path, is_hidden) for path, is_hidden in found.items()]
