"""What EPCIS tells the rest of the house."""

from __future__ import annotations

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class EpcisEventsCaptured(Event):
    """Events of one seller (or of the marketplace itself: ``None``) were captured together."""

    event_ids: list[int]
    """Keys of ``EpcisEvent`` rows, in the order of their document."""
    seller_id: int | None
