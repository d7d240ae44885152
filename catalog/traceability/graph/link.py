"""``Link``: one step from a thing to what it became, went into or was divided into; always in the direction of time."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from catalog.traceability.graph.occurrence import Occurrence
from catalog.traceability.graph.window import Window

PROCESS = "process:"


class LinkKind(StrEnum):
    INPUT = "INPUT"
    """A thing was used up, or some of it, in a process."""
    OUTPUT = "OUTPUT"
    """A process made a thing."""
    PACKED = "PACKED"
    """A thing was inside a larger one, or is a part of it."""
    PIECE = "PIECE"
    """A piece with a serial belongs to a lot."""


class Link(NamedTuple):
    """``window`` is when the thing at the far end counts, seen from where the walk came from."""

    source: str
    target: str
    kind: LinkKind
    event: int
    quantity: Decimal | None
    uom: str
    window: Window


def process_of(occurrence: Occurrence) -> str:
    """The name of a transformation: events that share an identifier are one process."""
    return f"{PROCESS}{occurrence.transformation_id or occurrence.event}"


def is_kind(uri: str) -> bool:
    """Whether it names a kind of goods and no lot: such a node is shown and not followed, for it would join all."""
    return uri.startswith("https://id.gs1.org/01/") and uri.count("/") == _SEGMENTS_OF_A_GTIN


_SEGMENTS_OF_A_GTIN = 4
