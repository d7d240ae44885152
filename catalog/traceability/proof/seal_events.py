"""``seal_events``: give new events their leaves, so that closing a day has little left to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.db.models import Max, QuerySet

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.proof.day import DailyRoot, EventLeaf
from catalog.traceability.proof.event_leaf import leaf_of_event
from catalog.traceability.proof.locks import lock_days
from catalog.traceability.proof.salt_secret import ProofSecret, newest_secret

_AT_ONCE = 500
_LOOK_BACK = timedelta(hours=2)
"""How long before the newest leaf an event may have begun to be captured and still be found by the quick look."""


def seal_events(*, now: datetime) -> int:
    """Give leaves to events recorded up to now and return to how many. What it misses is found when the day closes."""
    newest = EventLeaf.objects.order_by("-pk").values_list("event__record_time", flat=True).first()
    waiting = unsealed(before=now)
    if newest is not None:
        waiting = waiting.filter(record_time__gte=newest - _LOOK_BACK)
    return seal_all(waiting)


def seal_all(waiting: QuerySet[EpcisEvent]) -> int:
    """Some at a time, each time in a transaction of its own."""
    done, further = 0, waiting
    while sealed := _seal_some(further):
        done += len(sealed)
        further = waiting.filter(record_time__gte=sealed[-1].record_time)
    return done


def unsealed(*, before: datetime) -> QuerySet[EpcisEvent]:
    return EpcisEvent.objects.filter(proof_leaf__isnull=True, record_time__lt=before).order_by("record_time", "id")


def _seal_some(waiting: QuerySet[EpcisEvent]) -> list[EpcisEvent]:
    """In the order of recording; each event goes to its own day, or to the first that is still open."""
    with transaction.atomic():
        lock_days()
        events = list(waiting[:_AT_ONCE])
        if events:
            EventLeaf.objects.bulk_create(_leaves(events, newest_secret()))
    return events


def _leaves(events: list[EpcisEvent], secret: ProofSecret) -> Iterator[EventLeaf]:
    opened, open_from = secret.open(), first_open_day() or date.min
    places: dict[date, int] = {}
    for event in events:
        day = max(event.record_time.astimezone(UTC).date(), open_from)
        places[day] = (places[day] if day in places else _last_place(day)) + 1
        leaf = leaf_of_event(event, opened).hex()
        yield EventLeaf(event=event, day=day, position=places[day], leaf=leaf, secret=secret)


def first_open_day() -> date | None:
    """The day after the last closed one; ``None`` while no day was ever closed."""
    last = DailyRoot.objects.aggregate(last=Max("day"))["last"]
    return last + timedelta(days=1) if last is not None else None


def _last_place(day: date) -> int:
    last = EventLeaf.objects.filter(day=day).aggregate(last=Max("position"))["last"]
    return -1 if last is None else int(last)
