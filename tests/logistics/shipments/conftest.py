from collections.abc import Iterator

import pytest

from logistics.carriers import http
from tests.logistics.shipments.with_ghn import WithGhn, with_ghn
from tests.peers.carriers.ghn import Peer


@pytest.fixture
def ghn(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[WithGhn]:
    monkeypatch.setattr(http, "LIMITS", http.Limits(connect=0.5, read=0.15, whole=0.3))
    with Peer() as peer:
        yield with_ghn(peer)
