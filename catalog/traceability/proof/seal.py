"""``seal``: give new events and files their leaves, so that closing a day has little left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from catalog.traceability.proof.day import DailyRoot, ProofLeaf
from catalog.traceability.proof.locks import lock_days
from catalog.traceability.proof.salt_secret import ProofSecret, newest_secret
from catalog.traceability.proof.sealed_record import KINDS, Kind, Record, leaf_of_record, recorded_at

_AT_ONCE = 500
_LOOK_BACK = timedelta(hours=2)
"""How long before the newest leaf something may have begun to be written and still be found by the quick look."""


def seal(*, now: datetime) -> int:
    """Give leaves to what was recorded up to now and return to how many. What it misses is found at the day's end."""
    return sum(_seal_kind(kind, before=now, since=_newest(kind)) for kind in KINDS)


def seal_all(*, before: datetime) -> int:
    """Miss nothing that was recorded before that moment."""
    return sum(_seal_kind(kind, before=before) for kind in KINDS)


def unsealed(kind: Kind, *, before: datetime) -> QuerySet[Any]:
    waiting = kind.model._default_manager.filter(proof_leaf__isnull=True, **{f"{kind.moment}__lt": before})
    return waiting.order_by(kind.moment, "pk")


def first_open_day() -> date | None:
    """The day after the last closed one; ``None`` while no day was ever closed."""
    last = DailyRoot.objects.aggregate(last=Max("day"))["last"]
    return last + timedelta(days=1) if last is not None else None


def _newest(kind: Kind) -> datetime | None:
    leaves = ProofLeaf.objects.filter(**{f"{kind.leaf}__isnull": False}).order_by("-pk")
    newest = leaves.values_list(f"{kind.leaf}__{kind.moment}", flat=True).first()
    return newest - _LOOK_BACK if newest is not None else None


def _seal_kind(kind: Kind, *, before: datetime, since: datetime | None = None) -> int:
    """Some at a time, each time in a transaction of its own and from where the last one ended."""
    done, from_moment = 0, since
    while True:
        waiting = unsealed(kind, before=before)
        if from_moment is not None:
            waiting = waiting.filter(**{f"{kind.moment}__gte": from_moment})
        sealed = _seal_some(kind, waiting)
        if not sealed:
            return done
        done, from_moment = done + len(sealed), recorded_at(sealed[-1])


def _seal_some(kind: Kind, waiting: QuerySet[Any]) -> list[Record]:
    with transaction.atomic():
        lock_days()
        records = list(waiting[:_AT_ONCE])
        if records:
            ProofLeaf.objects.bulk_create(_leaves(kind, records, newest_secret()))
    return records


def _leaves(kind: Kind, records: Sequence[Record], secret: ProofSecret) -> Iterator[ProofLeaf]:
    """In the order of recording; each goes to its own day, or to the first that is still open."""
    opened, open_from = secret.open(), first_open_day() or date.min
    places: dict[date, int] = {}
    for record in records:
        day = max(recorded_at(record).astimezone(UTC).date(), open_from)
        places[day] = (places[day] if day in places else _last_place(day)) + 1
        leaf = leaf_of_record(record, opened).hex()
        yield ProofLeaf(**{kind.leaf: record}, day=day, position=places[day], leaf=leaf, secret=secret)


def _last_place(day: date) -> int:
    last = ProofLeaf.objects.filter(day=day).aggregate(last=Max("position"))["last"]
    return -1 if last is None else int(last)
