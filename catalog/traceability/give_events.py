"""``give_steps_events``: steps from before there were events are captured as events, a few at a time."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from catalog.traceability.record_step import event_of
from catalog.traceability.step import TraceStep

AT_ONCE = 200


def give_steps_events(*, limit: int = AT_ONCE) -> int:
    """Returns how many. Safe to run twice at once: each step is locked and looked at again. Run periodically."""
    waiting = list(TraceStep.objects.filter(event=None).order_by("pk").values_list("pk", flat=True)[:limit])
    return sum(_give(pk) for pk in waiting)


def _give(pk: UUID) -> bool:
    with transaction.atomic():
        locked = TraceStep.objects.select_for_update(of=("self",)).select_related("lot__variant", "lot__seller")
        step = locked.filter(pk=pk, event=None).first()
        if step is not None:
            event_of(step)
    return step is not None
