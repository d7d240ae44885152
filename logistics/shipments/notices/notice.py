"""A carrier's message as it came in: stored at once, understood afterwards."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class CarrierNotice(models.Model):
    """The same message twice is one row. It may hold a person's name, so it does not stay for long."""

    carrier = models.CharField(max_length=40)
    account_key = models.CharField(max_length=40)
    """Of the account, or of the subscription for freight."""
    digest = models.CharField(max_length=64)
    told = models.JSONField()
    """What was read out of it when its sender was verified; so neither signatures nor tokens are kept."""
    body = models.BinaryField()
    received_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    handled_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["carrier", "account_key", "digest"], name="carrier_notice_once")]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(handled_at__isnull=True, given_up_at__isnull=True),
                name="carrier_notices_to_do",
            )
        ]

    def __str__(self) -> str:
        return f"{self.carrier} {self.digest[:12]}"
