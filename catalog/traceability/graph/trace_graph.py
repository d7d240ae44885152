"""What a trace answers: nodes, edges, and whether there was more than it was allowed to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from catalog.traceability.graph.link import LinkKind
from catalog.traceability.graph.seen import Seen


class Direction(StrEnum):
    UP = "UP"
    """What it was made of."""
    DOWN = "DOWN"
    """What was made of it, and where that went."""
    BOTH = "BOTH"


class NodeKind(StrEnum):
    THING = "THING"
    PROCESS = "PROCESS"
    HIDDEN = "HIDDEN"
    """A stage that is not shown to the viewer: it is there, and nothing else is said of it."""


@dataclass(slots=True)
class TraceNode:
    key: str
    """The thing's URI; for others a name that means something within the answer alone."""
    kind: NodeKind
    is_class: bool = False
    """A lot or kind rather than a single piece or package."""
    layer: int = 0
    """Farther downstream is greater; the start may stand anywhere."""
    quantity: Decimal | None = None
    """Made of it, where a process that is shown says so."""
    uom: str = ""
    steps: list[Seen] = field(default_factory=list)
    """Oldest first, while the thing counts."""

    @property
    def uri(self) -> str:
        return self.key if self.kind == NodeKind.THING else ""


@dataclass(frozen=True, slots=True)
class TraceEdge:
    """From what was before to what came of it."""

    source: str
    target: str
    kind: LinkKind | None
    """None to and from a stage that is not shown."""
    event_ids: tuple[str, ...] = ()
    quantity: Decimal | None = None
    uom: str = ""


@dataclass(slots=True)
class TraceGraph:
    start: str
    nodes: list[TraceNode]
    edges: list[TraceEdge]
    truncated: bool = False
