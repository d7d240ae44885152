"""The web server ends and renews itself without losing a request that it has taken: real processes, real requests."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.services
OPTIONS = ("--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--backpressure", "128",
           "--respawn-failed-workers", "--workers-kill-timeout", "30", "--no-ws", "--log-level", "warning")  # fmt: skip
PATIENCE = 60


@contextmanager
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """As the README starts it, with an application that is slow on purpose."""
    process = subprocess.Popen(
        [sys.executable, "-m", "granian", *OPTIONS, "--host", "127.0.0.1", "--port", str(port),
         "tests.peers.slow_application:application"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        _until(lambda: _answers(port))
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture
def port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def ask(port: int, seconds: float) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", f"/{seconds}")
        answer = connection.getresponse()
        text = answer.read().decode()
        return text if answer.status == 200 and text.isdigit() else f"status {answer.status}"
    except (OSError, HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def test_what_is_in_hand_when_the_end_is_asked_for_is_finished(port: int) -> None:
    with server(port) as process, ThreadPoolExecutor(6) as people:
        asked = [people.submit(ask, port, 2.0) for _ in range(6)]
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        assert all(each.result().isdigit() for each in asked), [each.result() for each in asked]
        assert process.wait(PATIENCE) == 0


def test_it_renews_itself_while_people_ask_and_nobody_is_refused(port: int) -> None:
    with server(port) as process:
        seen = _asked_throughout(port, lambda: process.send_signal(signal.SIGHUP), until_processes=4)
    assert set(map(str.isdigit, seen)) == {True}, seen
    assert len(seen) >= 4, "two processes before, two others afterwards"


def _asked_throughout(port: int, change: Callable[[], object], *, until_processes: int) -> Counter[str]:
    """What four people heard who went on asking while it happened, until that many processes have answered."""
    seen: Counter[str] = Counter()
    ended, guard = threading.Event(), threading.Lock()

    def person() -> None:
        while not ended.is_set():
            heard = ask(port, 0.02)
            with guard:
                seen[heard] += 1

    with ThreadPoolExecutor(4) as people:
        for _ in range(4):
            people.submit(person)
        try:
            _until(lambda: len(seen) >= 2)
            change()
            _until(lambda: len(seen) >= until_processes)
            time.sleep(1)
        finally:
            ended.set()
    return seen


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)
