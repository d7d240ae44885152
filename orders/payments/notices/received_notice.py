"""The messages of providers as they came in, each once, and what was done about them."""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class NoticeSource(models.TextChoices):
    SENT = "SENT"
    """The provider sent it."""
    LOOKED_UP = "LOOKED_UP"
    """It got lost on the way, and was found in the provider's list."""


class ReceivedNotice(models.Model):
    """Not what the message said: only that there was one, and about what. No personal data."""

    gateway = models.CharField(max_length=40)
    event_id = models.CharField(max_length=140)
    type = models.CharField(max_length=60)
    reference = models.CharField(max_length=140)
    source = models.CharField(max_length=10, choices=NoticeSource.choices)
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    handled_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    """Nothing could be made of it; kept for people to look at."""
    error = models.CharField(max_length=200, blank=True)

    objects: ClassVar[models.Manager["ReceivedNotice"]] = models.Manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["gateway", "event_id"], name="received_once")]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(handled_at__isnull=True, given_up_at__isnull=True),
                name="notices_to_handle",
            ),
            models.Index(fields=["gateway", "received_at"], name="notices_by_arrival"),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.type} {self.event_id}"
