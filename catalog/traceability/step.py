"""A step: one stage of a lot's making or trade. Rows are added, never changed; a correction is a new row."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta, timezone

from django.conf import settings
from django.db import models

from catalog.traceability.lot import Lot
from catalog.traceability.step_kind import StepKind


class StepQuerySet(models.QuerySet["TraceStep"]):
    def standing(self) -> StepQuerySet:
        """Without those that a later row corrects."""
        return self.filter(corrected_by__isnull=True)


class TraceStep(models.Model):
    """What was done to the lot, when (with the clock of the place) and where."""

    SUBJECT = "catalog.TraceStep"
    """Name of this kind of record among translations; fields title, detail."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=16, choices=StepKind.choices)
    occurred_at = models.DateTimeField()
    utc_offset_minutes = models.SmallIntegerField(default=0)
    """Of the clock on the wall where it happened: 420 in Vietnam. The database keeps UTC only."""
    place = models.CharField(max_length=200)
    stage = models.CharField(max_length=24, blank=True)
    """Of its trade's template; empty for a step outside it."""
    title = models.CharField(max_length=200)
    detail = models.CharField(max_length=2000, blank=True)
    source_language = models.CharField(max_length=16, default="vi")
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    """The row this one corrects; a row is corrected once, then its correction is."""
    place_ref = models.ForeignKey("catalog.TracePlace", on_delete=models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("catalog.TraceParty", on_delete=models.PROTECT, null=True, related_name="+")
    """From whom the goods came, or to whom they went."""
    quantity = models.DecimalField(max_digits=24, decimal_places=9, null=True)
    """Of the lot; empty for the whole of it."""
    uom = models.CharField(max_length=3, blank=True)
    measures: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(default=dict)
    """Values by field name, as in the event's master data of the lot."""
    papers: models.JSONField[list[list[str]], list[list[str]]] = models.JSONField(default=list)
    """Kind and number of each paper."""
    event = models.ForeignKey("catalog.EpcisEvent", on_delete=models.PROTECT, null=True, related_name="+")
    """The step as an EPCIS event; empty only until a step from before there were events is given its own."""
    entry_key = models.CharField(max_length=64, null=True)
    """Made where the step was written down, so that it is here once however often it is sent."""
    is_copied: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    """Taken over from another lot's step without a change, and confirmed."""
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["occurred_at", "recorded_at"]
        indexes = [models.Index(fields=["lot", "occurred_at"], name="steps_of_lot")]
        constraints = [models.UniqueConstraint(fields=["lot", "entry_key"], name="step_sent_once")]

    def __str__(self) -> str:
        return f"{self.kind} at {self.occurred_at:%Y-%m-%d %H:%M}"

    @property
    def local_time(self) -> datetime:
        """When it happened by the clock of the place."""
        return self.occurred_at.astimezone(timezone(timedelta(minutes=self.utc_offset_minutes)))
