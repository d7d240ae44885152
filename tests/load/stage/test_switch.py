"""The way in between clients and a server hides no end: who is cut off on one side is cut off on the other."""

import socket
import struct
from collections.abc import Iterator

import pytest

from tests.load.stage.switch import Switch

SOON = 5


@pytest.fixture
def way() -> Iterator[tuple[Switch, socket.socket]]:
    """A switch and the server that it leads to."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as free:
        server.settimeout(SOON)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        switch = Switch(port, server.getsockname()[1])
        yield switch, server
        switch.stop()


def connected(way: tuple[Switch, socket.socket]) -> tuple[socket.socket, socket.socket]:
    switch, server = way
    client = socket.create_connection(("127.0.0.1", switch.port), SOON)
    inside, _ = server.accept()
    inside.settimeout(SOON)
    client.sendall(b"begin")
    assert inside.recv(5) == b"begin"
    return client, inside


def is_over(side: socket.socket) -> bool:
    try:
        return side.recv(1) == b""
    except ConnectionResetError:
        return True


def test_the_server_hears_of_a_client_that_was_killed(way: tuple[Switch, socket.socket]) -> None:
    """The kernel answers a killed process's unread bytes with a reset, which is not the end of a file."""
    client, inside = connected(way)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    assert is_over(inside)
    inside.close()


def test_who_says_goodbye_still_hears_the_answer(way: tuple[Switch, socket.socket]) -> None:
    client, inside = connected(way)
    client.shutdown(socket.SHUT_WR)
    assert inside.recv(1) == b""
    inside.sendall(b"done")
    inside.close()
    assert client.recv(4) == b"done"
    assert is_over(client)
    client.close()


def test_a_closed_way_cuts_both(way: tuple[Switch, socket.socket]) -> None:
    client, inside = connected(way)
    way[0].close()
    assert is_over(client)
    assert is_over(inside)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", way[0].port), SOON)
    client.close()
    inside.close()
