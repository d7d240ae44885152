"""Who got goods of lots: every part of the marketplace that knows some of them registers here.

The catalogue knows the parties of chains of events. Orders know their buyers, and register themselves when the
application starts; so the catalogue asks upwards without importing upwards. What is kept of a receiver is a reference:
names and addresses are asked of its source when they are needed, and are gone when they are erased there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Receipt:
    """Somebody got so much of something."""

    source: str
    reference: str
    thing: str
    """The URI of what was received."""
    lot_id: UUID | None = None
    quantity: Decimal | None = None
    uom: str = ""
    place: str = ""
    at: datetime | None = None
    is_shown: bool = True
    party: str = ""
    """The URI by which events speak of the same receiver, so that nobody is counted twice."""


@dataclass(frozen=True, slots=True)
class Contact:
    """``email`` is empty for one that cannot be written to."""

    name: str
    email: str = ""
    language: str = "en"
    country: str = ""


class ReceiverSource(Protocol):
    @property
    def name(self) -> str:
        """Stored beside references; never changes."""

    def receipts(self, lots: Collection[UUID]) -> Iterable[Receipt]:
        """What is known of the lots' whereabouts, in pieces."""

    def contacts(self, references: Collection[str]) -> dict[str, Contact]:
        """Of references that still can be resolved; one statement or a few, whatever their number."""


_SOURCES: dict[str, ReceiverSource] = {}


def register_receivers(source: ReceiverSource) -> None:
    """Called once by each part, when the application starts."""
    _SOURCES[source.name] = source


def receipts_of(lots: Collection[UUID]) -> list[Receipt]:
    """What every registered part knows."""
    return [receipt for source in _SOURCES.values() for receipt in source.receipts(lots)] if lots else []


def contacts_of(references: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Contact]:
    """By source and reference."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for source, reference in references:
        wanted[source].add(reference)
    return {
        (name, reference): contact
        for name, asked in wanted.items()
        if name in _SOURCES
        for reference, contact in _SOURCES[name].contacts(asked).items()
    }
