"""Asking a server over and over: two connections at once, so that its core never waits for the one who asks."""

import os
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """What a number of requests took: seconds by the clock, and processor seconds of server and database."""

    requests: int
    seconds: float
    server: float
    database: float

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds

    @property
    def server_ms(self) -> float:
        return self.server / self.requests * 1000

    @property
    def database_ms(self) -> float:
        return self.database / self.requests * 1000


class Line:
    """A connection that is kept open. Any answer but 200 and 304 stops the measurement."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rest = b""

    def ask(self, request: bytes) -> bytes:
        """The body of the answer."""
        self._socket.sendall(request)
        data = self._rest
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._received()
        head = data[:end].lower()
        if not (head.startswith((b"http/1.1 200", b"http/1.1 304"))):
            raise RuntimeError(data[:2000])
        length = int(head.partition(b"content-length:")[2].partition(b"\r")[0] or 0)
        while len(data) < end + 4 + length:
            data += self._received()
        self._rest = data[end + 4 + length :]
        return data[end + 4 : end + 4 + length]

    def _received(self) -> bytes:
        data = self._socket.recv(262_144)
        if not data:
            raise RuntimeError("the server hung up")
        return data

    def close(self) -> None:
        self._socket.close()


def load(lines: Sequence[Line], requests: Sequence[bytes], *, server: int, database: Sequence[int]) -> Load:
    """Ask for everything in ``requests``, each line its share. ``server`` and ``database`` are process ids."""
    before = processor_seconds(family(server)), processor_seconds(database)
    began = perf_counter()
    with ThreadPoolExecutor(len(lines)) as pool:
        list(pool.map(_asked, lines, [requests[place :: len(lines)] for place in range(len(lines))]))
    took = perf_counter() - began
    after = processor_seconds(family(server)), processor_seconds(database)
    return Load(len(requests), took, after[0] - before[0], after[1] - before[1])


def _asked(line: Line, requests: Sequence[bytes]) -> None:
    for request in requests:
        line.ask(request)


def family(pid: int) -> list[int]:
    """The process and those it started."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            waiting += map(int, children.read_text().split())
    return found


def processor_seconds(pids: Sequence[int]) -> float:
    """User and system time so far, to a hundredth of a second."""
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS
