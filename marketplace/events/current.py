"""Which published event the code that runs now reacts to."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from marketplace.events.models import OutboxMessage

_current: ContextVar[OutboxMessage | None] = ContextVar("event_in_delivery", default=None)


@contextmanager
def reacting_to(message: OutboxMessage) -> Iterator[None]:
    token = _current.set(message)
    try:
        yield
    finally:
        _current.reset(token)


def number_for(purpose: str) -> uuid.UUID:
    """A number for what a reaction tells others: however often the reaction runs for one message, the same number for
    the same purpose. A new one where nothing is being delivered."""
    message = _current.get()
    return uuid.uuid4() if message is None else uuid.uuid5(message.pk, purpose)
