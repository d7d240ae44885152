"""``record_step``: add a stage to a lot's history, or correct one by adding its better version.

1. Check what is said, and answer with the step that is there when the same entry is sent again.
2. Capture it as an EPCIS event; the row keeps both the words for shoppers and the event.
3. A correction also declares the earlier event to be in error, naming the better one.
4. Keep the photos and papers; their hashes stand in the event.
All in one transaction: there is never a step without its event.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.evidence.keep import keep_evidence
from catalog.traceability.lot import Lot
from catalog.traceability.rename_lots import keep_name
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import AlreadyCorrected, StepData, check_step
from catalog.traceability.step_event import step_event
from catalog.traceability.step_kind import StepKind
from catalog.traceability.templates.title_texts import translate_stage_title

if TYPE_CHECKING:
    from catalog.traceability.epcis.event import EpcisEvent
    from marketplace.accounts.models import User


@dataclass(frozen=True, slots=True)
class _Entry:
    lot: Lot
    data: StepData
    by: User | None
    supersedes: TraceStep | None
    key: str
    is_copied: bool


def record_step(
    *,
    lot: Lot,
    data: StepData,
    by: User | None,
    supersedes: TraceStep | None = None,
    entry_key: str = "",
    is_copied: bool = False,
) -> TraceStep:
    """Add a row; none is ever changed or removed. ``supersedes`` is the row of the same lot that this one corrects.

    ``entry_key`` was made where the step was written down: with a key that the lot knows, its step is the answer and
    nothing is recorded. Raises ``BadStep`` for values that cannot be, and ``AlreadyCorrected``.
    """
    check_step(lot, data, supersedes)
    sent = _sent_before(lot, entry_key)
    if sent is not None:
        return sent
    try:
        with transaction.atomic():
            return _record(_Entry(lot, data, by, supersedes, entry_key, is_copied))
    except IntegrityError as error:
        sent = _sent_before(lot, entry_key)
        if sent is not None:
            return sent
        if supersedes is None:
            raise
        raise AlreadyCorrected(f"step {supersedes} has a correction already") from error


def _sent_before(lot: Lot, entry_key: str) -> TraceStep | None:
    return TraceStep.objects.filter(lot=lot, entry_key=entry_key).first() if entry_key else None


def _record(entry: _Entry) -> TraceStep:
    keep_name(entry.lot)
    step_id, earlier = uuid.uuid4(), entry.supersedes
    if earlier is not None and TraceStep.objects.filter(supersedes=earlier).exists():
        raise AlreadyCorrected(f"step {earlier} has a correction already")
    event = capture_event(step_event(entry.lot, entry.data, step_id=step_id), seller=entry.lot.seller)
    step = TraceStep.objects.create(
        pk=step_id,
        lot=entry.lot,
        event=event,
        entry_key=entry.key or None,
        is_copied=entry.is_copied,
        supersedes=earlier,
        recorded_by=entry.by,
        **_columns(entry.data),
    )
    keep_evidence(step=step, evidence=entry.data.evidence)
    translate_stage_title(step)
    if earlier is not None:
        rows = TraceStep.objects.select_related("lot__variant", "lot__seller", "event")
        declare_wrong(event=event_of(rows.get(pk=earlier.pk)), better=event, seller=entry.lot.seller)
    return step


def _columns(data: StepData) -> dict[str, Any]:
    offset = data.occurred_at.utcoffset() or timedelta()
    return {
        "kind": data.kind,
        "occurred_at": data.occurred_at,
        "utc_offset_minutes": int(offset.total_seconds()) // 60,
        "place": data.place.strip(),
        "place_ref": data.place_ref,
        "party": data.party,
        "stage": data.stage,
        "title": data.title.strip(),
        "detail": data.detail.strip(),
        "source_language": data.source_language,
        "quantity": data.quantity,
        "uom": data.uom,
        "measures": dict(data.measures),
        "papers": [list(paper) for paper in data.papers],
    }


def declare_wrong(*, event: EpcisEvent, better: EpcisEvent, seller: Any) -> EpcisEvent:
    """The event again, declared to be in error, with the one to believe instead."""
    declaration = {
        "declarationTime": timezone.now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "reason": "incorrect_data",
        "correctiveEventIDs": [better.event_id],
    }
    document = {**event.document, "eventID": event.event_id, "errorDeclaration": declaration}
    return capture_event(document, seller=seller)


def event_of(step: TraceStep) -> EpcisEvent:
    """The step's event; a step from before there were events is given its own."""
    if step.event is None:
        keep_name(step.lot)
        document = step_event(step.lot, data_of(step), step_id=step.pk)
        step.event = capture_event(document, seller=step.lot.seller)
        step.save(update_fields=["event"])
    return step.event


def data_of(step: TraceStep) -> StepData:
    """What was said of a step that is there, without what only its event holds: see `said_of`."""
    return StepData(
        kind=StepKind(step.kind),
        occurred_at=step.local_time,
        place=step.place,
        stage=step.stage,
        title=step.title,
        detail=step.detail,
        source_language=step.source_language,
        place_ref=step.place_ref,
        party=step.party,
        quantity=step.quantity,
        uom=step.uom,
        measures=step.measures,
        papers=tuple((kind, number) for kind, number in step.papers),
    )
