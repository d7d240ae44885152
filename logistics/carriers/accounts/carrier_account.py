"""Somebody's account with a carrier: what it wants to know, sealed, and what people may see of it."""

from __future__ import annotations

import json
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q

from logistics.carrier import Account
from marketplace.sealed.field import SealedTextField


def new_key() -> str:
    """22 characters that nobody guesses."""
    return secrets.token_urlsafe(16)


class CarrierAccountQuerySet(models.QuerySet["CarrierAccount"]):
    def live(self) -> CarrierAccountQuerySet:
        return self.filter(disconnected_at=None)


class CarrierAccount(models.Model):
    """Of one seller, or the marketplace's own. Disconnected ones stay without credentials: shipments name them."""

    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    """Names the account in the address that the carrier's messages come to."""
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    """Null for the marketplace's own."""
    carrier = models.CharField(max_length=40)
    sealed_settings = SealedTextField(default="")
    """JSON by name of the carrier's account fields, and ``webhook_secret``."""
    shown = models.JSONField(default=dict)
    """What people see of the settings: plain ones whole, secrets by their last four characters."""
    is_test = models.BooleanField(default=False)
    base_url = models.CharField(max_length=200, blank=True)
    """Where the carrier is, if not where it usually is. No way of the API leads here: whoever could set it could have
    this server call any address."""
    connected_at = models.DateTimeField(auto_now_add=True)
    connected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    disconnected_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    is_working = models.BooleanField(null=True)
    """What the last check found; null when the carrier could not be asked."""

    objects = CarrierAccountQuerySet.as_manager()

    class Meta:
        ordering = ["carrier", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "carrier"], condition=Q(disconnected_at=None), name="one_live_account_per_seller"
            ),
            models.UniqueConstraint(
                fields=["carrier"], condition=Q(disconnected_at=None, seller=None), name="one_live_account_of_ours"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.carrier} account {self.pk}"

    def settings(self) -> dict[str, str]:
        """Opened; raises ``BrokenSeal``."""
        opened = self.sealed_settings.open()
        return json.loads(opened) if opened else {}

    def account(self) -> Account:
        """What verbs of the carrier work with; raises ``BrokenSeal``."""
        opened = self.settings()
        if self.base_url:
            opened["base_url"] = self.base_url
        return Account(self.carrier, self.key, self.seller_id, opened, self.is_test)
