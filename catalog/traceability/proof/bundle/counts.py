"""``counts``: what a bundle will hold, without making it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.disclose import disclosed
from catalog.traceability.proof.bundle.lot_events import lot_events
from catalog.traceability.proof.bundle.papers import evidence_of
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.day import DailyRoot, ProofLeaf
from catalog.traceability.proof.sealed_record import all_parts


@dataclass(frozen=True, slots=True)
class Counts:
    events: int
    sealed: int
    withheld: int
    files: int


def counts(lot: Lot, reader: Reader) -> Counts:
    """Needs ``lot.variant``."""
    events, shown = lot_events(lot, reader)
    paths = disclosed(events, shown)
    closed = DailyRoot.objects.values("day")
    return Counts(
        events=len(events),
        sealed=ProofLeaf.objects.filter(event__in=events, day__in=closed).count(),
        withheld=sum(len(paths[event.pk]) < len(all_parts(event)) for event in events),
        files=len(evidence_of(lot, reader)),
    )
