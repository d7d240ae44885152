"""``publish(event)``: the event's row commits or rolls back with the change it speaks of."""

import dataclasses
import itertools

from django.db import transaction
from django.utils import timezone

from marketplace.events.event import Event
from marketplace.events.models import OutboxMessage
from marketplace.observability.cause import cause

_sequence = itertools.count()


def publish(event: Event) -> None:
    """Write ``event`` to the outbox. Call it inside the transaction that makes the change.

    Raises ``RuntimeError`` outside a transaction, where the event could exist without its change.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{type(event).__name__} was published outside a transaction")
    OutboxMessage.objects.create(
        sequence=next(_sequence),
        name=type(event).__name__,
        payload=dataclasses.asdict(event),
        cause=cause(),
        available_at=timezone.now(),
    )
