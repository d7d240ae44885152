"""``publish(event)``: the event's row commits or rolls back with the change it speaks of."""

import dataclasses
from typing import Any, ClassVar

from django.db import transaction
from django.utils import timezone

from marketplace.events.models import OutboxMessage


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """Base of every event: a frozen dataclass of JSON values (ids, numbers, text), named in the past tense."""

    registry: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        Event.registry[cls.__name__] = cls


def publish(event: Event) -> None:
    """Write ``event`` to the outbox. Call it inside the transaction that makes the change.

    Raises ``RuntimeError`` outside a transaction, where the event could exist without its change.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{type(event).__name__} was published outside a transaction")
    OutboxMessage.objects.create(
        name=type(event).__name__, payload=dataclasses.asdict(event), available_at=timezone.now()
    )
