"""Fixtures of the whole suite. Each process has a database, a search index and media of its own."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """Tests talk only to this machine; anything else is a failure, not a time-out."""
    original = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and str(address[0]) not in LOOPBACK:
            raise AssertionError(f"a test tried to reach {address[0]}")
        original(self, address)

    socket.socket.connect = connect  # type: ignore[method-assign]  # the one place every client goes through
    yield
    socket.socket.connect = original  # type: ignore[method-assign]
