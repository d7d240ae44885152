"""StepProposal: a step of an earlier lot as a proposal for a new one. It is nobody's word until it is confirmed."""

from __future__ import annotations

import uuid

from django.db import models

from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep


class StepProposal(models.Model):
    """What was said then; when it happened now has to be said by whoever confirms it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="proposals")
    source = models.ForeignKey(TraceStep, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    step = models.OneToOneField(TraceStep, on_delete=models.PROTECT, null=True, related_name="+")
    """What it became."""
    dismissed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["lot", "position"], name="step_proposal_position_once")]

    def __str__(self) -> str:
        return f"{self.lot} {self.position}"
