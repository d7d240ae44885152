"""Events that wait for delivery: how many could be delivered now, since when, and how many were given up."""

from collections.abc import Iterator

from django.db.models import Count, Min
from django.utils import timezone

from marketplace.events.claim import waiting
from marketplace.events.dead_letters import dead_letters
from marketplace.events.event import MAIN, Event
from marketplace.gauges.reading import Reading


def read() -> Iterator[Reading]:
    now = timezone.now()
    for lane in sorted({event.lane for event in Event.registry.values()} | {MAIN}):
        found = waiting(now, lane=lane).order_by().aggregate(count=Count("pk"), oldest=Min("available_at"))
        age = (now - found["oldest"]).total_seconds() if found["oldest"] else 0.0
        yield Reading("outbox_waiting", "Events that could be delivered now.", found["count"], {"lane": lane})
        yield Reading("outbox_oldest_seconds", "How long the oldest of them could have been.", age, {"lane": lane})
    yield Reading("outbox_dead", "Events whose delivery was given up.", dead_letters().order_by().count())
