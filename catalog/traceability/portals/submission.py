"""PortalSubmission: one record of a lot for one portal, and what became of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from django.conf import settings
from django.db import models

from catalog.traceability.lot import Lot


class SubmissionState(models.TextChoices):
    DRAFT = "DRAFT"
    """Put together; nobody was given it, or nobody has answered yet."""
    SENT = "SENT"
    """The portal has it. Whether it takes it is not known."""
    ACCEPTED = "ACCEPTED"
    """The portal took it and gave a receipt."""
    REFUSED = "REFUSED"
    """The portal said no, and why. A better record is a submission of its own."""


S = SubmissionState
MOVES: Mapping[SubmissionState, frozenset[SubmissionState]] = MappingProxyType(
    {
        S.DRAFT: frozenset({S.SENT, S.ACCEPTED, S.REFUSED}),
        S.SENT: frozenset({S.ACCEPTED, S.REFUSED}),
        S.ACCEPTED: frozenset(),
        S.REFUSED: frozenset(),
    }
)
"""A portal may answer at once: then a draft is accepted or refused without having been waited for."""


class IllegalMove(ValueError):
    """The record is not in a state from which this can be done."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(f"a record that is {before} does not become {after}")
        self.before = before
        self.after = after


def require_move(before: str, after: SubmissionState) -> None:
    """Raises `IllegalMove` when the table does not know the move."""
    if after not in MOVES[SubmissionState(before)]:
        raise IllegalMove(before, after)


class PortalSubmission(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    """Also the key by which the portal knows a record that is sent again."""
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="submissions")
    portal = models.CharField(max_length=30)
    state = models.CharField(max_length=8, choices=SubmissionState.choices, default=SubmissionState.DRAFT)
    record = models.JSONField()
    """As it was put together; what changes in the lot later does not change it."""
    missing = models.JSONField(default=list)
    """Paths of fields that the rules ask for and the record has not."""
    reference = models.CharField(max_length=100, blank=True)
    receipt = models.CharField(max_length=100, blank=True)
    reasons = models.JSONField(default=list)
    """``[{"field", "message"}, …]`` of a refusal, as the portal wrote them."""
    trouble = models.CharField(max_length=200, blank=True)
    """Why the last call said nothing about the record."""
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)
    decided_at: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["lot", "created_at"], name="submissions_of_lot"),
            models.Index(fields=["next_try_at"], name="submissions_due", condition=models.Q(next_try_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="ACCEPTED") | ~models.Q(receipt=""), name="accepted_has_a_receipt"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} for {self.portal}: {self.state}"
