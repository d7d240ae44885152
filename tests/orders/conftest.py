from collections.abc import Iterator
from typing import Any

import pytest

from tests.catalog.stock.conftest import empty_database, in_parallel
from tests.peers.stripe import StripePeer
from tests.peers.stripe.fixture import set_up_with_peer

__all__ = ["empty_database", "in_parallel"]


@pytest.fixture
def peer(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[StripePeer]:
    """Stripe is offered, and is a peer on this machine."""
    with set_up_with_peer(settings, monkeypatch) as found:
        yield found
