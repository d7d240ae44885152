"""Where a carrier's messages for an account come to, and what they have to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings

from logistics.carrier import Capability, Carrier
from logistics.carriers.accounts.carrier_account import CarrierAccount


@dataclass(frozen=True, slots=True)
class WebhookDoor:
    """Told once, to whoever enters it at the carrier."""

    address: str = field(repr=False)
    """With the secret in it where the carrier can only repeat an address."""
    secret: str = field(repr=False)
    """Empty where the carrier asks for none."""


def door_of(row: CarrierAccount, carrier: Carrier) -> WebhookDoor | None:
    """``None`` for a carrier that sends no messages; raises ``BrokenSeal``."""
    if Capability.WEBHOOK not in carrier.capabilities:
        return None
    secret = row.settings().get("webhook_secret", "")
    query = f"?{urlencode({carrier.webhook_query: secret})}" if carrier.webhook_query else ""
    return WebhookDoor(address_of(row) + query, secret if carrier.webhook_secret_is_entered else "")


def address_of(row: CarrierAccount) -> str:
    return f"{settings.PUBLIC_URL}/carriers/{row.carrier}/webhooks/{row.key}"
