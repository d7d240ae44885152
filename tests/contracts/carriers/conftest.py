"""Every carrier that wants an account, with a peer of its own and short patience."""

from collections.abc import Iterator
from importlib import import_module

import pytest

from logistics.carrier import Carrier
from logistics.carriers import http
from logistics.carriers.registry import carriers
from logistics.carriers.vnpost.places import KEPT
from tests.contracts.carriers.ask import Contract

CONNECTED = [code for code, carrier in carriers().items() if carrier.account_fields]


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LIMITS", http.Limits(connect=0.5, read=0.15, whole=0.3))


@pytest.fixture(autouse=True)
def no_places_of_an_earlier_peer() -> None:
    """A port may come again, and with it a peer that has never been asked."""
    KEPT.clear()


@pytest.fixture(params=CONNECTED)
def contract(request: pytest.FixtureRequest) -> Iterator[Contract]:
    """A carrier and its peer; a carrier's folder without one in ``tests/peers/carriers`` fails here."""
    carrier: Carrier = carriers()[request.param]
    with import_module(f"tests.peers.carriers.{carrier.code}").Peer() as peer:
        yield Contract(carrier, peer)
