"""What visitors do, for whoever reacts to it."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class VisitorRegistered(Event):
    """Somebody typed this address; it is still to be confirmed."""

    visitor_id: int


@dataclass(frozen=True)
class VisitorLinkAsked(Event):
    """Somebody who is registered registered again, or asked for the link."""

    visitor_id: int


@dataclass(frozen=True)
class VisitorConfirmed(Event):
    visitor_id: int


@dataclass(frozen=True)
class VisitorWithdrawn(Event):
    """The visitor will not come, and what said who it was is gone already."""

    visitor_id: int
