"""Taking messages out of the outbox so that no two deliverers hold the same one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from marketplace.due import is_due
from marketplace.events.event import MAIN, Event
from marketplace.events.models import OutboxMessage

LEASE = timedelta(minutes=5)
"""How long a message stays with whoever took it. A deliverer that dies gives it back by this running out."""


LONGEST_PAUSE = timedelta(hours=2)
"""Between two attempts of a reaction."""


def waiting(now: datetime, *, lane: str | None = None) -> QuerySet[OutboxMessage]:
    """What could be delivered now, oldest first; of one lane only, or of all. Unknown events are in the main lane."""
    found = OutboxMessage.objects.filter(
        is_due("available_at", now, longest=LONGEST_PAUSE), delivered_at__isnull=True, dead_at__isnull=True
    )
    if lane is None:
        return found
    if lane == MAIN:
        return found.exclude(name__in=[name for name, known in Event.registry.items() if known.lane != MAIN])
    return found.filter(name__in=[name for name, known in Event.registry.items() if known.lane == lane])


def claim(*, limit: int, now: datetime, lane: str | None = None) -> list[OutboxMessage]:
    """Take up to ``limit`` waiting messages for `LEASE`.

    PostgreSQL locks the rows and passes over those another has locked; SQLite lets one writer in at a time
    (``BEGIN IMMEDIATE``), so that the next one no longer finds them waiting.
    """
    with transaction.atomic():
        messages = list(waiting(now, lane=lane).select_for_update(skip_locked=True)[:limit])
        held = OutboxMessage.objects.filter(pk__in=[message.pk for message in messages])
        held.update(available_at=now + LEASE, attempts=F("attempts") + 1)
    return messages
