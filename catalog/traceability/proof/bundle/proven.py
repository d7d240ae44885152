"""Proven: the leaves, salts, paths and roots of the records of one bundle, read at once."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from django.db import transaction
from django.db.models import Q

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.proof.bundle.entry import entry
from catalog.traceability.proof.day import DailyRoot, ProofLeaf
from catalog.traceability.proof.locks import lock_days
from catalog.traceability.proof.parts import Path
from catalog.traceability.proof.prove import paths_of
from catalog.traceability.proof.published import as_published
from catalog.traceability.proof.salt_secret import newest_secret
from catalog.traceability.proof.sealed_record import Record


class Proven:
    def __init__(self, events: Sequence[EpcisEvent], evidence: Sequence[StepEvidence]) -> None:
        rows = ProofLeaf.objects.filter(Q(event__in=events) | Q(evidence__in=evidence)).select_related("secret")
        leaves = list(rows)
        self._leaves: dict[tuple[str, Any], ProofLeaf] = {
            ("event", leaf.event_id) if leaf.event_id is not None else ("evidence", leaf.evidence_id): leaf
            for leaf in leaves
        }
        self._paths = paths_of(leaves)
        self._opened = {secret.pk: secret.open() for secret in {leaf.secret for leaf in leaves}}
        with transaction.atomic():
            lock_days()
            self._newest = newest_secret().open()

    def entry(self, record: Record, paths: Set[Path]) -> dict[str, Any]:
        leaf = self._leaves.get(("event" if isinstance(record, EpcisEvent) else "evidence", record.pk))
        opened = self._opened[leaf.secret_id] if leaf is not None else self._newest
        proof = self._paths.get(leaf.pk) if leaf is not None else None
        return entry(record, leaf=leaf, opened=opened, paths=paths, proof=proof)

    def roots(self) -> list[dict[str, Any]]:
        """From the first day that something of the bundle is in to the last one there is, oldest first."""
        first = min((path.day for path in self._paths.values()), default=None)
        rows = DailyRoot.objects.select_related("key").order_by("day")
        return as_published(rows.filter(day__gte=first)) if first is not None else as_published(rows.reverse()[:1])
