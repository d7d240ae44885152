"""Session: one sign-in on one device, from the password to the sign-out."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone


class SessionKind(models.TextChoices):
    """How it came to be."""

    SIGN_IN = "sign_in"
    IMPERSONATION = "impersonation"
    """Staff who look at the pages as this person sees them; `acting_user` says who."""


class SessionQuerySet(models.QuerySet["Session"]):
    """The sessions a caller means."""

    def alive(self, at: datetime | None = None) -> "SessionQuerySet":
        """Those whose tokens are still good for something."""
        return self.filter(ended_at__isnull=True, expires_at__gt=at or timezone.now())


class Session(models.Model):
    """Its `public_id` is the family of its refresh tokens and stands in its access tokens.

    Of the device it keeps what its owner recognises it by, never an address or the whole user agent.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=SessionKind.choices, default=SessionKind.SIGN_IN)
    acting_user = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    browser = models.CharField(max_length=40, blank=True)
    """A product's name, such as Firefox; empty when the program did not say."""
    system = models.CharField(max_length=40, blank=True)
    form = models.CharField(max_length=16, default="unknown")
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField()
    """When its tokens were last renewed: exact to a quarter of an hour, and no closer."""
    expires_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["user", "-last_used_at"], name="session_by_user")]

    def __str__(self) -> str:
        return f"Session {self.pk} of user {self.user_id}"
