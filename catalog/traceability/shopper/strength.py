"""How well a step is shown to be true: what a shopper may lean on, from the weakest to the strongest.

1. COPIED: the values are those of another lot, taken over and confirmed, or stand to the digit in lot after lot.
2. OWN_WORD: the maker wrote it down.
3. PHOTO or PAPER: there is a file, whose hash stands in the step's event.
4. PARTNER: another firm recorded an event of its own about the same goods.
The strongest that holds is told; that values were copied is told before own word, photo and paper.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from uuid import UUID

from django.db.models import prefetch_related_objects

from catalog.traceability.copied_values import copied_values_of
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.evidence.step_evidence import EvidenceKind, StepEvidence
from catalog.traceability.step import TraceStep


class EvidenceStrength(StrEnum):
    COPIED = "COPIED"
    OWN_WORD = "OWN_WORD"
    PHOTO = "PHOTO"
    PAPER = "PAPER"
    PARTNER = "PARTNER"


def strengths_of(steps: Sequence[TraceStep]) -> dict[UUID, EvidenceStrength]:
    """Of steps of any lots, by step; the number of queries does not grow with that of the steps."""
    seen = _with_partners(steps)
    prefetch_related_objects(steps, "lot")
    alike = {one.step_id for found in copied_values_of({step.lot for step in steps}).values() for one in found}
    kinds: dict[UUID, set[str]] = {}
    for step_id, kind in StepEvidence.objects.filter(step__in=steps).order_by().values_list("step_id", "kind"):
        kinds.setdefault(step_id, set()).add(kind)
    return {
        step.pk: _strength(kinds.get(step.pk, set()), step, is_seen=step.pk in seen, is_copied=step.pk in alike)
        for step in steps
    }


def _strength(kinds: Collection[str], step: TraceStep, *, is_seen: bool, is_copied: bool) -> EvidenceStrength:
    if is_seen:
        return EvidenceStrength.PARTNER
    if is_copied or step.is_copied:
        return EvidenceStrength.COPIED
    if EvidenceKind.PAPER in kinds or step.papers:
        return EvidenceStrength.PAPER
    return EvidenceStrength.PHOTO if EvidenceKind.PHOTO in kinds else EvidenceStrength.OWN_WORD


def _with_partners(steps: Sequence[TraceStep]) -> set[UUID]:
    """The steps with a partner named, of whose goods that other seller captured an event of its own."""
    named = {step.event_id: step for step in steps if step.event_id and step.party_id}
    if not named:
        return set()
    rows = EventThing.objects.filter(event_id__in=named).values_list("event_id", "uri")
    uris: dict[int, set[str]] = {}
    for event_id, uri in rows:
        uris.setdefault(event_id, set()).add(uri)
    others = EventThing.objects.filter(uri__in=set().union(*uris.values()), event__is_error_declaration=False)
    told = set(others.order_by().values_list("uri", "event__seller_id").distinct())
    partners = dict(
        TraceStep.objects.filter(pk__in=[step.pk for step in named.values()], party__account__isnull=False)
        .order_by()
        .values_list("event_id", "party__account_id")
    )
    return {
        named[event_id].pk
        for event_id, seller_id in partners.items()
        if any((uri, seller_id) in told for uri in uris.get(event_id, ()))
    }
