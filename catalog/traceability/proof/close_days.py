"""``close_days``: sign the root of every day that is over, each chained to the day before.

1. A day (UTC) is over ten minutes after its end: what was being captured at midnight has arrived.
2. Everything recorded before its end gets a leaf; what comes even later goes into the next tree, so nothing is lost
   and nothing that was closed changes.
3. The root over all leaves is stated, with the digest of the statement of the day before, and signed. Days without
   events have a root too: a gap would look like something taken away.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Min

from catalog.traceability.proof.day import BLOCK, DailyRoot, LeafBlock, ProofLeaf
from catalog.traceability.proof.locks import lock_days
from catalog.traceability.proof.seal import first_open_day, seal_all
from catalog.traceability.proof.sealed_record import KINDS
from catalog.traceability.proof.statement import digest, root_statement
from catalog.traceability.proof.tree import root_of

AFTER_MIDNIGHT = timedelta(minutes=10)


def close_days(*, now: datetime) -> int:
    """Close what is due and return how many days were; again at once it closes none."""
    closed = 0
    last = (now.astimezone(UTC) - AFTER_MIDNIGHT).date() - timedelta(days=1)
    day = first_open_day() or _first_day()
    while day is not None and day <= last:
        seal_all(before=_end_of(day))
        closed += _close(day, now)
        day += timedelta(days=1)
    return closed


def _close(day: date, now: datetime) -> int:
    with transaction.atomic():
        key = lock_days()
        if (first_open_day() or day) != day:
            return 0
        leaves = [bytes.fromhex(leaf) for leaf in leaves_of(day)]
        blocks = [root_of(leaves[at : at + BLOCK]) for at in range(0, len(leaves), BLOCK)]
        LeafBlock.objects.bulk_create(
            [LeafBlock(day=day, number=number, root=root.hex()) for number, root in enumerate(blocks)]
        )
        root = root_of(blocks)
        before = DailyRoot.objects.order_by("-day").first()
        statement = root_statement(
            origin=settings.PUBLIC_URL,
            day=day,
            size=len(leaves),
            root=root,
            previous=digest(before.statement) if before is not None else "",
            closed_at=now.astimezone(UTC),
        )
        DailyRoot.objects.create(
            day=day,
            size=len(leaves),
            root=root.hex(),
            statement=statement,
            signature=key.sign(statement.encode()),
            key=key,
            closed_at=now,
        )
    return 1


def leaves_of(day: date) -> list[str]:
    """In their order."""
    return list(ProofLeaf.objects.filter(day=day).order_by("position").values_list("leaf", flat=True))


def _first_day() -> date | None:
    """Of the first record there is."""
    moments = [kind.model._default_manager.aggregate(first=Min(kind.moment))["first"] for kind in KINDS]
    return min((moment.astimezone(UTC).date() for moment in moments if moment is not None), default=None)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(days=1)
