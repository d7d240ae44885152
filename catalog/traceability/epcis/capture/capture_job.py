"""CaptureJob: a document on its way in, and what became of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from catalog.traceability.epcis.event import Audience


class ErrorBehaviour(models.TextChoices):
    ROLLBACK = "rollback"
    """All or nothing."""
    PROCEED = "proceed"
    """As many as possible."""


class CaptureJob(models.Model):
    """``is_running`` and ``is_success`` as the standard's table has them: while it runs, success is "so far"."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.CHAIN)
    error_behaviour = models.CharField(max_length=8, choices=ErrorBehaviour.choices, default=ErrorBehaviour.ROLLBACK)
    media_type = models.CharField(max_length=100)
    body = models.BinaryField()
    """The document, until the job is done; then nothing."""
    event_count = models.PositiveIntegerField()
    captured_count = models.PositiveIntegerField(default=0)
    next_index = models.PositiveIntegerField(default=0)
    """Events before it are dealt with: where a proceeding job goes on after a restart."""
    is_running = models.BooleanField(default=True)
    is_success = models.BooleanField(default=True)
    errors: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list)
    """Problems (RFC 7807), the first ones alone of very many."""
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    """How often somebody began to work on it."""
    leased_until = models.DateTimeField(null=True)
    """Who works on it holds it so long."""

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["seller", "created_at", "id"], name="capture_jobs_of_seller"),
            models.Index(fields=["created_at"], name="capture_jobs_running", condition=models.Q(is_running=True)),
        ]

    def __str__(self) -> str:
        return str(self.pk)
