"""Webhook: an address that wants to be told of some events."""

from django.conf import settings
from django.db import models

from marketplace.sellers.models import Seller


class Webhook(models.Model):
    """A seller's, told of its own affairs; without a seller the operator's, told of everybody's."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=120)
    target_url = models.CharField(max_length=500)
    events = models.JSONField(default=list)
    """Values of `WebhookEventType`, each once, sorted."""
    is_active = models.BooleanField(default=True)
    seed = models.CharField(max_length=64)
    """What the secret is made from, see `secret`; the secret itself is not stored."""
    previous_seed = models.CharField(max_length=64, blank=True)
    previous_until = models.DateTimeField(null=True)
    """Until then the secret before this one signs too."""
    failing_since = models.DateTimeField(null=True)
    """When the first of the calls failed that have failed ever since."""
    disabled_at = models.DateTimeField(null=True)
    """When it was switched off because it had failed for days."""
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.name} -> {self.target_url}"
