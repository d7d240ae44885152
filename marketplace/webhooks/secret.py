"""The secrets that webhooks are signed with.

They are not stored. A webhook's row holds a random seed, and the secret is an HMAC of it under a key derived from the
marketplace's secret key: whoever copies the database alone can sign nothing.
"""

import base64
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from marketplace.accounts.tokens.keys import derive
from marketplace.webhooks.webhook import Webhook

OVERLAP = timedelta(hours=24)
"""How long the old secret still signs beside the new one."""


def new_seed() -> str:
    return secrets.token_hex(32)


def secret_of(webhook: Webhook) -> str:
    """What its owner puts into the receiving program."""
    return _secret(webhook.seed, settings.SECRET_KEY)


def signing_secrets(webhook: Webhook, *, now: datetime) -> list[str]:
    """The present one first; then those that a receiver may still have, after a rotation of either key."""
    seeds = [webhook.seed]
    if webhook.previous_until is not None and webhook.previous_until > now:
        seeds.append(webhook.previous_seed)
    return [_secret(seed, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS) for seed in seeds]


def rotate_secret(*, webhook: Webhook, now: datetime) -> Webhook:
    """A new secret from now on; the one before it signs too for a day, so that nothing is refused meanwhile."""
    with transaction.atomic():
        locked = Webhook.objects.select_for_update().get(pk=webhook.pk)
        locked.previous_seed, locked.previous_until = locked.seed, now + OVERLAP
        locked.seed = new_seed()
        locked.save(update_fields=["seed", "previous_seed", "previous_until"])
    return locked


def _secret(seed: str, key: str | bytes) -> str:
    return f"whsec_{base64.urlsafe_b64encode(derive('webhook', key, seed)).decode().rstrip('=')}"
