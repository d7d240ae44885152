"""Seminar: somebody speaks at a fair, before as many people as there are seats."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models

from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Hall


class SeminarQuerySet(models.QuerySet["Seminar"]):
    def on(self) -> SeminarQuerySet:
        """Those that are not called off."""
        return self.filter(cancelled_at__isnull=True)


class Seminar(models.Model):
    """A session. Title and description are translated like a product's texts."""

    SUBJECT: ClassVar[str] = "expo.Seminar"
    """Name of this kind of record among translations; fields title, description."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Its name in calendars."""
    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="seminars")
    hall = models.ForeignKey(Hall, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    room = models.CharField(max_length=120, blank=True)
    """A room or a stage, in the hall or without one."""
    title = models.CharField(max_length=200)
    description = models.TextField(max_length=5_000, blank=True)
    source_language = models.CharField(max_length=16, default="vi")
    speaker = models.CharField(max_length=200)
    languages = models.JSONField(default=list)
    """Codes of the languages it is held or interpreted in."""
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    seats = models.PositiveIntegerField()
    sequence = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    objects: ClassVar[SeminarQuerySet] = SeminarQuerySet.as_manager()  # type: ignore[assignment]  # a manager of it

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__gte=5, minutes__lte=480), name="seminar_of_some_length"),
            models.CheckConstraint(condition=models.Q(seats__gte=1, seats__lte=5_000), name="seminar_of_some_seats"),
        ]

    def __str__(self) -> str:
        return f"seminar {self.public_id} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)
