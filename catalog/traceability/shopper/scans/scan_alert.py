"""ScanAlert: a code was looked at as genuine ones are not. A sign to look into, never a proof."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from catalog.traceability.lot import TraceCode


class ScanRule(models.TextChoices):
    MANY_COUNTRIES = "MANY_COUNTRIES"
    """One piece in too many countries within a few days: the code was copied."""
    FAST_PACE = "FAST_PACE"
    """Opened more often in a day than the people around one piece would."""
    BEFORE_SHIPPING = "BEFORE_SHIPPING"
    """Opened abroad though nothing of its lot has left yet."""
    AFTER_VOIDING = "AFTER_VOIDING"
    """Opened after the label was declared void: it is on something."""
    WRONG_PINS = "WRONG_PINS"
    """Somebody tries hidden numbers on it."""


class ScanAlert(models.Model):
    """At most one that waits per code and rule; ``facts`` holds the figures it was raised on."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    code = models.ForeignKey(TraceCode, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=16, choices=ScanRule.choices)
    scans = models.PositiveIntegerField()
    """Openings that the rule looked at, or wrong hidden numbers."""
    countries = models.JSONField(default=list)
    """Their country codes, most openings first."""
    since = models.DateField()
    """The first day the rule looked at."""
    raised_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    note = models.CharField(max_length=500, blank=True)
    """What the seller found out."""

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "rule"], name="one_waiting_alert_per_rule",
                condition=models.Q(acknowledged_at__isnull=True),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["seller", "-raised_at"], name="scan_alerts_of_seller")]

    def __str__(self) -> str:
        return f"{self.rule} of {self.code_id}"
