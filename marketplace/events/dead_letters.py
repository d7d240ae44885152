"""Messages whose delivery was given up: seeing them, trying again, and clearing away what was delivered."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from marketplace.events.models import OutboxMessage


def dead_letters() -> QuerySet[OutboxMessage]:
    """The messages that were given up, oldest first, each with the kind of its last error."""
    return OutboxMessage.objects.filter(dead_at__isnull=False)


def revive(message: OutboxMessage) -> None:
    """Let a given-up message be tried again from the first pause on; reactions that had succeeded stay done."""
    now = timezone.now()
    with transaction.atomic():
        message.deliveries.filter(delivered_at__isnull=True).update(attempts=0, dead_at=None, available_at=now)
        OutboxMessage.objects.filter(pk=message.pk, dead_at__isnull=False).update(dead_at=None, available_at=now)


def forget_delivered(*, before: datetime) -> int:
    """Delete messages delivered before a moment and return how many; dead ones stay."""
    _, per_table = OutboxMessage.objects.filter(delivered_at__lt=before).delete()
    return per_table.get("events.OutboxMessage", 0)
