"""One imported list of exhibitors: previewed first, applied once."""

from collections import Counter
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.expo.exhibition import Expo
from marketplace.expo.feed import Column
from marketplace.expo.imports.source import ExhibitorSource


class ImportTask(models.TextChoices):
    """What the clock has to do for a list (`imports.work`)."""

    FETCH = "FETCH"
    APPLY = "APPLY"


class ImportState(StrEnum):
    """How far a list is."""

    FETCHING = "FETCHING"
    PREVIEWED = "PREVIEWED"
    WAITING = "WAITING"
    """To be applied, as soon as it is its turn."""
    APPLYING = "APPLYING"
    APPLIED = "APPLIED"
    FAILED = "FAILED"
    """Nothing has changed; `ExhibitorImport.problem` says why."""


class ExhibitorImportQuerySet(models.QuerySet["ExhibitorImport"]):
    """The lists somebody means."""

    def waiting(self, now: datetime) -> "ExhibitorImportQuerySet":
        """With work left that nobody is doing."""
        return self.exclude(task="").filter(Q(worked_until__isnull=True) | Q(worked_until__lt=now))


class ExhibitorImport(models.Model):
    """``rows`` is what was read and what it would do (`imports.as_json`). None counts before `applied_at`."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(ExhibitorSource, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """Whose list it is; without one, rows have no ids and nobody can be missing."""
    feed = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    columns = models.JSONField(default=list)
    """``[header, field or null]`` in the order of the file."""
    rows = models.JSONField(default=list)
    tally = models.JSONField(default=dict)
    """How many rows there are, ``total`` and ``refused``, and how many do what, by action."""
    decisions = models.JSONField(default=dict)
    """What people said about rows that look like somebody else: ``{number: "NEW" | "SKIP" | exhibitor's key}``."""
    missing = models.JSONField(default=list)
    """Exhibitors that the source listed before and does not any more: ``{"id", "name"}``. They stay unless chosen."""
    created_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    leaving = models.JSONField(default=list)
    """Keys of those among ``missing`` that somebody chose to remove when it is applied."""
    outcome = models.JSONField(default=dict)
    """How many rows did what when it was applied: ``created``, ``updated`` … of `imports.apply.Applied`."""
    task = models.CharField(max_length=5, choices=ImportTask.choices, blank=True)
    worked_until = models.DateTimeField(null=True)
    """Somebody does the task until then; whoever was killed loses it when the time is over."""
    attempts = models.PositiveSmallIntegerField(default=0)
    """How often the task was begun."""
    problem = models.JSONField(null=True)
    """``{code, message, params}`` of what ended the last task, with an English message id."""

    objects = ExhibitorImportQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["worked_until"], name="exhibitor_import_waiting", condition=~Q(task=""))]

    def __str__(self) -> str:
        return f"ExhibitorImport {self.pk}"

    @property
    def state(self) -> ImportState:
        if self.applied_at is not None:
            return ImportState.APPLIED
        if self.task == ImportTask.FETCH:
            return ImportState.FETCHING
        if self.task == ImportTask.APPLY:
            is_held = self.worked_until is not None and self.worked_until > timezone.now()
            return ImportState.APPLYING if is_held else ImportState.WAITING
        return ImportState.FAILED if self.problem else ImportState.PREVIEWED

    def keep_rows(self, rows: list[dict[str, Any]]) -> None:
        """The rows with their verdicts, counted."""
        self.rows = rows
        refused = sum(bool(row["errors"]) for row in rows)
        self.tally = {"total": len(rows), "refused": refused, **Counter(row["action"] for row in rows if row["action"])}

    def read_columns(self) -> list[Column]:
        return [Column(header, field) for header, field in self.columns]
