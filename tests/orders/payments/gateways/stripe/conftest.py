from collections.abc import Iterator
from typing import Any

import pytest

from orders.stripe_api import client
from tests.peers.stripe import StripePeer, stripe_peer


@pytest.fixture
def peer(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[StripePeer]:
    """The gateway is set up with a peer on this machine, and is impatient."""
    with stripe_peer() as found:
        settings.STRIPE_SECRET_KEY = found.world.secret_key
        settings.STRIPE_PUBLISHABLE_KEY = found.world.publishable_key
        settings.STRIPE_WEBHOOK_SECRETS = (found.webhooks.secret,)
        settings.STRIPE_API_BASE = found.url
        monkeypatch.setattr(client, "SECONDS", 0.6)
        found.switches.pause = 0.9
        yield found
