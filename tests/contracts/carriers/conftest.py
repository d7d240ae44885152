"""Every carrier that wants an account, with a peer of its own."""

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from logistics.carrier import Carrier
from logistics.carriers import http
from logistics.carriers.registry import carriers
from tests.contracts.carriers.ask import Contract

CONNECTED = [code for code, carrier in carriers().items() if carrier.account_fields]


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it, and nobody waits for long any more."""
    return lambda: monkeypatch.setattr(http, "LIMITS", http.Limits(connect=0.5, read=0.15, whole=0.3))


@pytest.fixture(params=CONNECTED)
def contract(request: pytest.FixtureRequest) -> Iterator[Contract]:
    """A carrier and its peer; a carrier's folder without one in ``tests/peers/carriers`` fails here."""
    carrier: Carrier = carriers()[request.param]
    with import_module(f"tests.peers.carriers.{carrier.code}").Peer() as peer:
        yield Contract(carrier, peer)
