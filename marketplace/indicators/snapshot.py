"""Snapshot: an indicator as it was counted for a period, and its figures. Neither is ever changed.

A figure that may not be told is not here either: what is withheld has no value in the database.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from marketplace.append_only.rows import AppendOnlyModel
from marketplace.append_only.triggers import Refusal


class Snapshot(AppendOnlyModel):
    """``version`` 1 is the first; a restatement is the next one, and both stay."""

    indicator = models.CharField(max_length=40)
    """The id of a `Definition`."""
    scope = models.CharField(max_length=120, blank=True)
    """The slug of a fair; empty for days and months."""
    first_day = models.DateField()
    last_day = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    method_version = models.PositiveSmallIntegerField(default=1)
    taken_at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    """Why it was counted again; empty for a first version."""
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["first_day", "scope", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "scope", "first_day", "version"], name="one_snapshot_per_period_and_version"
            ),
            models.CheckConstraint(condition=Q(last_day__gte=models.F("first_day")), name="snapshot_ends_after_start"),
        ]
        indexes = [models.Index(fields=["indicator", "last_day"], name="snapshots_by_day")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.first_day} v{self.version}"


class ObservationStatus(models.TextChoices):
    PUBLISHED = "PUBLISHED"
    SUPPRESSED = "SUPPRESSED"


class Observation(AppendOnlyModel):
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="observations")
    first_key = models.CharField(max_length=20, blank=True)
    """Of the indicator's first dimension; ``_T`` is the sum over it."""
    second_key = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=10, choices=ObservationStatus.choices)
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "first_key", "second_key"], name="one_observation_per_snapshot_and_key"
            ),
            models.CheckConstraint(
                condition=Q(status=ObservationStatus.SUPPRESSED, value__isnull=True)
                | Q(status=ObservationStatus.PUBLISHED, value__isnull=False),
                name="suppressed_observation_has_no_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_key} {self.second_key}: {self.status if self.value is None else self.value}"

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(key for key in (self.first_key, self.second_key) if key)


REFUSAL = Refusal(
    tables=("indicators_snapshot", "indicators_observation"),
    message="published figures are append-only",
    function="indicators_refuse",
)
