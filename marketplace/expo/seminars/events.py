"""What happened to seminars and seats in them."""

from dataclasses import dataclass
from enum import StrEnum

from marketplace.events.event import Event


class SeatChange(StrEnum):
    BOOKED = "BOOKED"
    WAITING = "WAITING"
    """Put on the waiting list."""
    MOVED_UP = "MOVED_UP"
    """Given a seat from the waiting list."""
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class SeatChanged(Event):
    """A visitor's seat or place in a waiting list came to be, or ended."""

    seat_id: int
    change: str
    sequence: int


@dataclass(frozen=True)
class SeatsFreed(Event):
    """A seminar may have a seat for somebody who waits."""

    seminar_id: int


@dataclass(frozen=True)
class SeminarMoved(Event):
    """A seminar is at another time or place."""

    seminar_id: int
    sequence: int


@dataclass(frozen=True)
class SeminarCancelled(Event):
    """A seminar was called off."""

    seminar_id: int
