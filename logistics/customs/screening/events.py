from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class DeniedListLoaded(Event):
    """Another edition of a list holds: what is on its way out has to be compared once more."""

    source: str
    edition_id: int


@dataclass(frozen=True)
class ScreeningHeld(Event):
    """Goods stay until a person has looked."""

    screening_id: str
    reference: str


@dataclass(frozen=True)
class ScreeningDecided(Event):
    screening_id: str
    reference: str
    status: str
    decision_id: int
