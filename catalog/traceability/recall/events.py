"""What recalls tell the rest of the house."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class RecallEvent(Event):
    recall_id: str


@dataclass(frozen=True)
class RecallOpened(RecallEvent):
    """Goods are called back; the public is told from now on."""


@dataclass(frozen=True)
class RecallClosed(RecallEvent):
    """It is over: the goods are back, destroyed or mended."""
