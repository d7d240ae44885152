"""The marketplace of a test, set up with a peer of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import stripe

from orders.stripe_api import client
from tests.peers.stripe.peer import StripePeer, stripe_peer


@contextmanager
def set_up_with_peer(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[StripePeer]:
    """Stripe is offered, and is a peer on this machine; nobody waits long for it."""
    with stripe_peer() as found:
        settings.STRIPE_SECRET_KEY = found.world.secret_key
        settings.STRIPE_PUBLISHABLE_KEY = found.world.publishable_key
        settings.STRIPE_WEBHOOK_SECRETS = (found.webhooks.secret,)
        settings.STRIPE_API_BASE = found.url
        monkeypatch.setattr(client, "SECONDS", 0.6)
        monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.02)
        found.switches.pause = 0.9
        yield found
