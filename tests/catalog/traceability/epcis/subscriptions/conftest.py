from collections.abc import Iterator
from typing import Any

import pytest

from tests.peers.webhook_receiver import WebhookReceiver


@pytest.fixture
def receiver(settings: Any) -> Iterator[WebhookReceiver]:
    """A receiver on this machine, which is allowed for the time of a test."""
    settings.WEBHOOKS_MAY_LOOP_BACK = True
    with WebhookReceiver() as running:
        yield running
