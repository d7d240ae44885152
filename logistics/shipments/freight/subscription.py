"""A shipping line's pushes of events to one seller: the address they come to and the secret they are signed with."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone

from marketplace.sealed.field import SealedTextField


def _key() -> str:
    return secrets.token_hex(12)


class FreightSubscription(models.Model):
    """The secret is shown once, when it is made."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    carrier_name = models.CharField(max_length=80)
    key = models.CharField(max_length=40, unique=True, default=_key)
    """Part of the address the line sends to."""
    secret = SealedTextField()
    created_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    last_heard_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.carrier_name} to {self.key}"
