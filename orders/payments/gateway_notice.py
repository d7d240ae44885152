"""What providers told us, remembered by their own numbering, so that hearing it again changes nothing."""

from django.db import models
from django.utils import timezone


class NoticeResult(models.TextChoices):
    APPLIED = "APPLIED"
    UNCHANGED = "UNCHANGED"
    """It was known already, or is older than what is known."""
    UNKNOWN = "UNKNOWN"
    """About nothing of ours: another system shares the account."""


class GatewayNotice(models.Model):
    gateway = models.CharField(max_length=40)
    event_id = models.CharField(max_length=140)
    type = models.CharField(max_length=40)
    reference = models.CharField(max_length=140, blank=True)
    result = models.CharField(max_length=10, choices=NoticeResult.choices)
    happened_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["received_at", "id"]
        constraints = [models.UniqueConstraint(fields=["gateway", "event_id"], name="notice_once")]

    def __str__(self) -> str:
        return f"{self.gateway} {self.event_id}"
