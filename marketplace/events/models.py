"""The outbox: one row per published event."""

import uuid

from django.db import models


class OutboxMessage(models.Model):
    """An event waiting for delivery, or delivered. A row is never lost between commit and delivery."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sequence = models.BigIntegerField(default=0)
    """Order of publication within one transaction."""
    name = models.CharField(max_length=120)
    payload = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    available_at = models.DateTimeField()
    """Not delivered before this moment; pushed on after a failure (exponential back-off)."""
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created_at", "sequence"]
        indexes = [
            models.Index(fields=["available_at"], name="outbox_waiting", condition=models.Q(delivered_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"
