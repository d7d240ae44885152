"""The base of every event, and the registry that turns an outbox row back into one."""

import dataclasses
from typing import Any, ClassVar

MAIN = "main"
INDEX = "index"
"""What only keeps the search index and lists of words true. A bulk import makes thousands of them at once; they have
deliverers of their own, so that an order's letter does not stand behind them."""
FILES = "files"
"""Pictures and papers made of what is stored already: long work that nothing else follows from. It has deliverers of
its own, so that a letter somebody waits for does not stand behind it."""


@dataclasses.dataclass(frozen=True)
class Event:
    """A frozen dataclass of JSON values (ids, numbers, text), named in the past tense: ``OrderPlaced``."""

    registry: ClassVar[dict[str, type["Event"]]] = {}
    lane: ClassVar[str] = MAIN

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        known = Event.registry.get(cls.__name__)
        if known is not None and (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            # The outbox stores bare names; two events of one name could not be told apart there.
            raise TypeError(f"{known.__module__} has an event named {cls.__name__} already")
        Event.registry[cls.__name__] = cls
