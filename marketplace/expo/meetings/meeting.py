"""Meeting: half an hour of one visitor at one table of one exhibitor.

Whatever is asked for or agreed upon holds its table and its visitor, from the first request on: that nobody is booked
twice is kept by two unique constraints of the database, not by looking first.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models

from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor

SLOT = timedelta(minutes=30)
"""All meetings last this long and begin on a whole half-hour, so that two of them never overlap in part."""
MOST_TABLES = 10


class MeetingStatus(models.TextChoices):
    REQUESTED = "REQUESTED"
    """Asked for, or moved and not yet agreed to; `Meeting.awaits` says by whom."""
    CONFIRMED = "CONFIRMED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"


LIVE = (MeetingStatus.REQUESTED, MeetingStatus.CONFIRMED)
"""What holds a table and a visitor."""


class Side(models.TextChoices):
    VISITOR = "VISITOR"
    EXHIBITOR = "EXHIBITOR"

    @property
    def other(self) -> Side:
        return Side.EXHIBITOR if self is Side.VISITOR else Side.VISITOR


class DeclineReason(models.TextChoices):
    NO_TIME = "NO_TIME"
    NOT_OUR_FIELD = "NOT_OUR_FIELD"
    """What is looked for is not what is shown."""
    NOT_SERVED = "NOT_SERVED"
    """The country, or the quantity, is not served."""
    MET_ALREADY = "MET_ALREADY"
    OTHER = "OTHER"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def live(self) -> MeetingQuerySet:
        return self.filter(status__in=LIVE)

    def at(self, starts_at: datetime) -> MeetingQuerySet:
        return self.live().filter(starts_at=starts_at)


class Meeting(models.Model):
    """Kept after it is over, declined or cancelled, so that both sides see what was said."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Its name in calendars, the same through all changes."""
    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="meetings")
    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="meetings")
    visitor = models.ForeignKey("expo.Visitor", on_delete=models.CASCADE, related_name="meetings")
    table = models.PositiveSmallIntegerField()
    """Which of the exhibitor's tables, from 1."""
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    status = models.CharField(max_length=10, choices=MeetingStatus.choices, default=MeetingStatus.REQUESTED)
    asked_by = models.CharField(max_length=10, choices=Side.choices)
    awaits = models.CharField(max_length=10, choices=Side.choices)
    """Who answers next, while it is REQUESTED."""
    message = models.TextField(max_length=1_000, blank=True)
    """What the asking side wrote, in `language`."""
    language = models.CharField(max_length=16)
    answer = models.TextField(max_length=1_000, blank=True)
    """What was written last at an answer, a move or a cancelling, in `answer_language`, by `answered_by`."""
    answer_language = models.CharField(max_length=16, blank=True)
    answered_by = models.CharField(max_length=10, choices=Side.choices, blank=True)
    decline_reason = models.CharField(max_length=16, choices=DeclineReason.choices, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    """Counts its changes, for calendars (RFC 5545 §3.8.7.4)."""
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    """When it was confirmed, declined or cancelled."""
    reminded_of_day_at = models.DateTimeField(null=True)
    reminded_of_hour_at = models.DateTimeField(null=True)

    objects: ClassVar[MeetingQuerySet] = MeetingQuerySet.as_manager()  # type: ignore[assignment]  # a manager of it

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["exhibitor", "starts_at", "table"],
                condition=models.Q(status__in=["REQUESTED", "CONFIRMED"]),
                name="one_meeting_per_table",
            ),
            models.UniqueConstraint(
                fields=["visitor", "starts_at"],
                condition=models.Q(status__in=["REQUESTED", "CONFIRMED"]),
                name="one_meeting_per_visitor",
            ),
            models.UniqueConstraint(
                fields=["exhibitor", "visitor"],
                condition=models.Q(status="REQUESTED"),
                name="one_open_request_per_pair",
            ),
            models.CheckConstraint(condition=models.Q(minutes=30), name="meeting_of_half_an_hour"),
            models.CheckConstraint(condition=models.Q(table__gte=1, table__lte=10), name="meeting_at_a_table"),
        ]
        indexes = [
            models.Index(fields=["expo", "status"], name="meetings_of_expo"),
            models.Index(fields=["status", "starts_at"], name="meetings_by_time"),
        ]

    def __str__(self) -> str:
        return f"meeting {self.public_id} {self.status} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


class ClosedSlot(models.Model):
    """Half an hour in which an exhibitor meets nobody new; what is agreed upon stays."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "starts_at"], name="one_closing_per_slot")]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} closed by exhibitor {self.exhibitor_id}"
