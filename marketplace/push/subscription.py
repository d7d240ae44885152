"""PushSubscription: one browser on one device, of one signed-in person."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone

from marketplace.sealed.field import FingerprintField, SealedTextField

LONGEST_ENDPOINT = 1000
MOST_OF_ONE = 10
"""Devices of one person; one more takes the place of the one that was renewed longest ago."""


class PushSubscriptionQuerySet(models.QuerySet["PushSubscription"]):
    """The subscriptions a caller means."""

    def alive(self, at: datetime | None = None) -> "PushSubscriptionQuerySet":
        """Those whose person is still signed in on the device."""
        moment = at or timezone.now()
        return self.filter(session__ended_at__isnull=True, session__expires_at__gt=moment, user__is_active=True)


class PushSubscription(models.Model):
    """Its endpoint is a secret address: whoever knows it and the keys could write to the device."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey("accounts.Session", on_delete=models.CASCADE, related_name="+")
    """Where they signed in: when that has ended nothing is sent any more."""
    endpoint = SealedTextField()
    endpoint_fingerprint = FingerprintField(of="endpoint", unique=True)
    public_key = SealedTextField()
    """The browser's P-256 key (``p256dh``), base64url."""
    auth = SealedTextField()
    """The secret that only this browser and we know, base64url."""
    server_key = models.CharField(max_length=100)
    """Our own public key that the browser was given: it takes nothing signed with another."""
    kinds = models.JSONField(default=list)
    """Values of `PushKind`, each once, sorted."""
    created_at = models.DateTimeField()
    renewed_at = models.DateTimeField()
    """When the browser last said that it is still there."""
    sent_at = models.DateTimeField(null=True)

    objects = PushSubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["user"], name="push_subscriptions_of_a_user")]

    def __str__(self) -> str:
        return f"PushSubscription {self.pk} of user {self.user_id}"
