"""Delivery of published events: every reaction runs until it succeeds once, or is given up after twelve attempts.

1. Claim some waiting messages (claim.py), oldest first.
2. For each reaction that is still open, in a transaction of its own: lock its `Delivery`, run it, mark it.
   The mark commits with what the reaction wrote, so what it wrote happens once. What it did outside the
   database (mail) happens at least once: a crash before the commit repeats it. A reaction that takes long,
   for another's server or by drawing (`outside_transaction`), runs without one and is marked
   afterwards: all of it happens at least once.
3. A reaction that fails is tried again later, alone; the others of the same message are not run again.
4. A message is delivered when all its reactions are; dead when the ones left over were given up.
"""

import traceback
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from django.db import transaction
from django.utils import timezone

from marketplace.due import has_come
from marketplace.events.claim import LONGEST_PAUSE, claim
from marketplace.events.current import reacting_to
from marketplace.events.event import Event
from marketplace.events.models import Delivery, OutboxMessage
from marketplace.events.reactions import Reaction, is_outside_transaction, reactions_to
from marketplace.observability.cause import following
from marketplace.observability.errors.report import report
from marketplace.observability.metrics.instruments import counter
from marketplace.observability.tracing.spans import span

log = structlog.get_logger(__name__)

MOST_ATTEMPTS = 12
FIRST_PAUSE = timedelta(seconds=5)
HANDFUL = 10
_LONGEST_ERROR = 2000
_delivered = counter("events_delivered", "Events that all reactions have run for.", ["event"])
_failed = counter("reactions_failed", "Reactions that failed and are tried again later.", ["reaction"])


def deliver_pending(limit: int = 100, *, now: datetime | None = None, lane: str | None = None) -> int:
    """Deliver up to ``limit`` waiting messages (of one lane, or of all); returns how many were taken up, 0 for none.

    They are taken `HANDFUL` by handful: whoever dies holds up no more than that until the lease ends.
    """
    taken = 0
    while taken < limit:
        moment = now or timezone.now()
        messages = claim(limit=min(HANDFUL, limit - taken), now=moment, lane=lane)
        for message in messages:
            with following("event", message.name, message.cause), reacting_to(message):
                _deliver(message, moment)
        taken += len(messages)
        if len(messages) < HANDFUL:
            break
    return taken


def pause_after(attempts: int) -> timedelta:
    """5 s, 10 s, 20 s … doubling up to two hours: twelve attempts take about five hours."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1))


def _deliver(message: OutboxMessage, now: datetime) -> None:
    try:
        event = _event_of(message)
    except (KeyError, TypeError) as error:
        # Written by another version of the program. Kept, visible, until that version is back or someone decides.
        _bury(message, f"{type(error).__name__}: {error}", now)
        return
    reactions = reactions_to(message.name)
    for delivery in _open_deliveries(message, reactions, now):
        if has_come(delivery.available_at, now, longest=LONGEST_PAUSE):
            _run(delivery, reactions[delivery.reaction], event, now)
    _conclude(message, now)


def _event_of(message: OutboxMessage) -> Event:
    return Event.registry[message.name](**message.payload)


def _open_deliveries(message: OutboxMessage, reactions: dict[str, Reaction], now: datetime) -> list[Delivery]:
    rows = [Delivery(message=message, reaction=name, available_at=now) for name in reactions]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)
    stored = message.deliveries.filter(reaction__in=reactions).order_by("pk")
    return [delivery for delivery in stored if delivery.is_open]


def _run(delivery: Delivery, reaction: Reaction, event: Event, now: datetime) -> None:
    try:
        if is_outside_transaction(reaction):
            with span(f"reaction {delivery.reaction}"):
                reaction(event)
            Delivery.objects.filter(pk=delivery.pk, delivered_at=None).update(delivered_at=now)
            return
        with transaction.atomic():
            locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
            if locked.is_open:
                with span(f"reaction {delivery.reaction}"):
                    reaction(event)
                locked.delivered_at = now
                locked.save(update_fields=["delivered_at"])
    except Exception as error:  # a reaction may fail in any way; that it did is recorded, logged and retried
        _postpone(delivery, error, now)
        _failed.labels(delivery.reaction).inc()
        report(error, "reaction failed", reaction=delivery.reaction, message=str(delivery.message_id))


def _postpone(delivery: Delivery, error: Exception, now: datetime) -> None:
    delivery.attempts += 1
    delivery.last_error = " ".join(_facts(error).values())[:_LONGEST_ERROR]
    delivery.available_at = now + pause_after(delivery.attempts)
    if delivery.attempts >= MOST_ATTEMPTS:
        delivery.dead_at = now
    delivery.save(update_fields=["attempts", "last_error", "available_at", "dead_at"])


def _facts(error: Exception) -> dict[str, str]:
    """What failed and where, without the exception's text, which may quote personal data."""
    steps = traceback.extract_tb(error.__traceback__)
    where = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else ""
    return {"error": f"{type(error).__module__}.{type(error).__qualname__}", "where": where}


def _conclude(message: OutboxMessage, now: datetime) -> None:
    known = message.deliveries.filter(reaction__in=reactions_to(message.name))
    deliveries = list(known.order_by("pk"))
    still_open = [delivery for delivery in deliveries if delivery.is_open]
    failed = [delivery for delivery in deliveries if delivery.delivered_at is None]
    message.last_error = failed[-1].last_error if failed else ""
    if still_open:
        message.available_at = min(delivery.available_at for delivery in still_open)
    elif failed:
        message.dead_at = now
    else:
        message.delivered_at = now
        _delivered.labels(message.name).inc()
    message.save(update_fields=["last_error", "available_at", "dead_at", "delivered_at"])


def _bury(message: OutboxMessage, reason: str, now: datetime) -> None:
    log.error("event not understood", event_name=message.name, message=str(message.pk))
    message.last_error = reason[:_LONGEST_ERROR]
    message.dead_at = now
    message.save(update_fields=["last_error", "dead_at"])
