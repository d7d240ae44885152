"""``publish(event)``: the event's row commits or rolls back with the change it speaks of."""

import dataclasses
import itertools
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from marketplace.events.event import Event
from marketplace.events.models import OutboxMessage
from marketplace.insert_rows import insert_rows
from marketplace.observability.cause import cause

_sequence = itertools.count()


def publish(event: Event) -> None:
    """Write ``event`` to the outbox. Call it inside the transaction that makes the change.

    Raises ``RuntimeError`` outside a transaction, where the event could exist without its change.
    """
    publish_all([event])


def publish_all(events: Sequence[Event]) -> None:
    """The same for several, in their order, by one statement."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{type(events[0]).__name__} was published outside a transaction")
    now, because = timezone.now(), cause()
    insert_rows(
        [
            OutboxMessage(
                sequence=next(_sequence),
                name=type(event).__name__,
                payload=dataclasses.asdict(event),
                cause=because,
                available_at=now,
            )
            for event in events
        ]
    )
