"""Taking messages out of the outbox so that no two deliverers hold the same one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from marketplace.events.models import OutboxMessage

LEASE = timedelta(minutes=5)
"""How long a message stays with whoever took it. A deliverer that dies gives it back by this running out."""


def waiting(now: datetime) -> QuerySet[OutboxMessage]:
    """What could be delivered now, oldest first."""
    return OutboxMessage.objects.filter(delivered_at__isnull=True, dead_at__isnull=True, available_at__lte=now)


def claim(*, limit: int, now: datetime) -> list[OutboxMessage]:
    """Take up to ``limit`` waiting messages for `LEASE`.

    PostgreSQL locks the rows and passes over those another has locked; SQLite lets one writer in at a time
    (``BEGIN IMMEDIATE``), so that the next one no longer finds them waiting.
    """
    with transaction.atomic():
        messages = list(waiting(now).select_for_update(skip_locked=True)[:limit])
        held = OutboxMessage.objects.filter(pk__in=[message.pk for message in messages])
        held.update(available_at=now + LEASE, attempts=F("attempts") + 1)
    return messages
