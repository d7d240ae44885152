"""MessageReport: somebody tells staff that a message should not have been written."""

from django.conf import settings
from django.db import models

from orders.messages.message import Message


class MessageReportReason(models.TextChoices):
    OFFENSIVE = "OFFENSIVE"
    FRAUD = "FRAUD"
    """Asks for money or data past the marketplace."""
    ADVERTISING = "ADVERTISING"
    PRIVATE = "PRIVATE"
    """Names people, addresses or accounts that are nobody's business."""
    UNLAWFUL = "UNLAWFUL"
    OTHER = "OTHER"


class MessageReportStatus(models.TextChoices):
    OPEN = "OPEN"
    UPHELD = "UPHELD"
    """The message was taken away."""
    DISMISSED = "DISMISSED"


class MessageReport(models.Model):
    """One per person and message."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, choices=MessageReportReason.choices)
    text = models.CharField(max_length=1000, blank=True)
    status = models.CharField(max_length=10, choices=MessageReportStatus.choices, default=MessageReportStatus.OPEN)
    decision = models.CharField(max_length=1000, blank=True)
    """Staff's word on it, for the marketplace's own records."""
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["message", "reporter"], name="message_reported_once")]
        indexes = [models.Index(fields=["status", "created_at"], name="message_reports_waiting")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.reason}"
