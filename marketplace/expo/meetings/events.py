"""What happened to meetings."""

from dataclasses import dataclass
from enum import StrEnum

from marketplace.events.event import Event


class Change(StrEnum):
    REQUESTED = "REQUESTED"
    ACCEPTED = "ACCEPTED"
    MOVED = "MOVED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class MeetingChanged(Event):
    """A meeting was asked for, accepted, moved, declined or cancelled.

    ``sequence`` is the meeting's own then: what has been overtaken needs no letter any more. ``by`` is a side, and
    empty where the fair did it.
    """

    meeting_id: int
    change: str
    by: str
    sequence: int
