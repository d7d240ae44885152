"""``add_step``: add a stage to a lot's history, or correct one by adding its better version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import StepKind

if TYPE_CHECKING:
    from marketplace.accounts.models import User

CLOCK_DIFFERENCE = timedelta(minutes=10)
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
"""Old wood is old; before this it is a typing slip."""


class BadStep(ValueError):
    """The values cannot be; ``field`` names which."""

    def __init__(self, field: str, fact: str) -> None:
        super().__init__(f"{field}: {fact}")
        self.field = field


class AlreadyCorrected(ValueError):
    """The step has a correction; that one is what can be corrected now."""


@dataclass(frozen=True, slots=True)
class StepData:
    """``occurred_at`` keeps the clock it was written with: 08:30+07:00 is shown as 08:30."""

    kind: StepKind
    occurred_at: datetime
    place: str
    title: str
    detail: str = ""
    source_language: str = "vi"


def add_step(*, lot: Lot, data: StepData, by: User | None, supersedes: TraceStep | None = None) -> TraceStep:
    """Add a row; none is ever changed or removed. ``supersedes`` is the row of the same lot that this one corrects.

    Raises ``BadStep`` for a time that has not come or without a zone, and ``AlreadyCorrected``.
    """
    _check(lot, data, supersedes)
    offset = data.occurred_at.utcoffset() or timedelta()
    try:
        with transaction.atomic():
            return TraceStep.objects.create(
                lot=lot,
                kind=data.kind,
                occurred_at=data.occurred_at,
                utc_offset_minutes=int(offset.total_seconds()) // 60,
                place=data.place.strip(),
                title=data.title.strip(),
                detail=data.detail.strip(),
                source_language=data.source_language,
                supersedes=supersedes,
                recorded_by=by,
            )
    except IntegrityError as error:
        raise AlreadyCorrected(f"step {supersedes} has a correction already") from error


def _check(lot: Lot, data: StepData, supersedes: TraceStep | None) -> None:
    if data.occurred_at.tzinfo is None:
        raise BadStep("occurred_at", "a time without a zone could be any of 38 moments")
    if not EARLIEST < data.occurred_at <= timezone.now() + CLOCK_DIFFERENCE:
        raise BadStep("occurred_at", "it has not happened yet, or too long ago to be of goods on sale")
    if not data.title.strip():
        raise BadStep("title", "a step has a title")
    if supersedes is not None and supersedes.lot_id != lot.pk:
        raise BadStep("supersedes", "the step belongs to another lot")
