"""Who reacts to which event. Filled once at start-up from the table in ``marketplace/subscriptions.py``."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from marketplace.events.event import Event

Reaction = Callable[[Any], None]
"""Takes the event, returns nothing, may run more than once for the same event and must then change nothing."""

_AWAY = "asks_others"
_reactions: dict[str, dict[str, Reaction]] = {}


def name_of(reaction: Reaction) -> str:
    """What the reaction is stored under. Renaming a function makes it a new reaction to messages still waiting."""
    return f"{reaction.__module__}.{getattr(reaction, '__qualname__', type(reaction).__qualname__)}"


def outside_transaction(reaction: Reaction) -> Reaction:
    """Mark a reaction that waits for another's server or draws a file for seconds.

    It opens its own transactions, around what it writes alone.

    A transaction held meanwhile would keep everybody else from writing where the database is a file. What such a
    reaction writes may happen twice if the process dies at the wrong moment: it has to be harmless.
    """
    setattr(reaction, _AWAY, True)
    return reaction


def is_outside_transaction(reaction: Reaction) -> bool:
    return getattr(reaction, _AWAY, False)


def subscribe(event_class: type[Event], reaction: Reaction) -> None:
    """Have ``reaction`` run for each event of exactly this class; doing it again changes nothing."""
    _reactions.setdefault(event_class.__name__, {})[name_of(reaction)] = reaction


def subscribe_all(table: Mapping[type[Event], Iterable[Reaction]]) -> None:
    for event_class, reactions in table.items():
        for reaction in reactions:
            subscribe(event_class, reaction)


def unsubscribe(event_class: type[Event], reaction: Reaction) -> None:
    _reactions.get(event_class.__name__, {}).pop(name_of(reaction), None)


def reactions_to(event_name: str) -> dict[str, Reaction]:
    """The reactions to an event by their stored names."""
    return dict(_reactions.get(event_name, {}))
