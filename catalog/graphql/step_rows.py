"""What hangs on steps, for all steps of a level at once."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import StepKind


def evidence_of(steps: Sequence[TraceStep]) -> list[list[StepEvidence]]:
    """One statement."""
    found: dict[UUID, list[StepEvidence]] = defaultdict(list)
    for one in StepEvidence.objects.filter(step__in=[row.pk for row in steps]).order_by("created_at", "id"):
        found[one.step_id].append(one)
    return [found[row.pk] for row in steps]


def inputs_of(steps: Sequence[TraceStep]) -> list[list[EventThing]]:
    """Inputs of transformations, and what a receiving step took in. One statement."""
    rows = EventThing.objects.filter(event__in={row.event_id for row in steps if row.event_id}).order_by("pk")
    found: dict[int | None, list[EventThing]] = defaultdict(list)
    for one in rows:
        found[one.event_id].append(one)
    return [[one for one in found[row.event_id] if _went_in(one, row)] for row in steps]


def _went_in(one: EventThing, row: TraceStep) -> bool:
    return one.role == ThingRole.INPUT or (one.role == ThingRole.EPC and row.kind == StepKind.RECEIVING)
