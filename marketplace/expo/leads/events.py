"""What happened with leads, in the past tense."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class LeadRecorded(Event):
    """An exhibitor scanned a visitor's badge, for the first time or again."""

    lead_id: int
