"""An EPCIS document as it was read: its events, and what it says of the things, places and parties they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EventDocument:
    events: tuple[Any, ...]
    """Not yet checked."""
    context: Any = None
    """The ``@context`` around them."""
    vocabularies: tuple[Any, ...] = ()
    """Master data: already checked."""
    events_at: str = ""
    """Where the list of events stands: a JSON pointer that problems of single events are told under."""

    def path_of(self, index: int) -> str:
        return f"{self.events_at}/{index}" if self.events_at else ""
