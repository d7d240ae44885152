"""The cache that is away: each process goes on with its own memory, and comes back to the others."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from marketplace import shared_cache
from marketplace.shared_cache import SharedCache

PORT = 26489
pytestmark = pytest.mark.services


def start(folder: Path) -> "subprocess.Popen[bytes]":
    command = ["redis-server", "--port", str(PORT), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while subprocess.run(["redis-cli", "-p", str(PORT), "ping"], check=False, capture_output=True).returncode:
        time.sleep(0.02)
    return server


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedCache]:
    monkeypatch.setattr(shared_cache, "PAUSE", 0.05)
    yield SharedCache(f"redis://127.0.0.1:{PORT}/0", {})


def test_a_server_that_dies_and_comes_back(cache: SharedCache, tmp_path: Path) -> None:
    server = start(tmp_path)
    cache.set("kept", "by the server")
    server.kill()
    server.wait()
    assert cache.get("kept") is None and not cache.is_shared
    assert cache.add("tries", 0, timeout=60) and cache.incr("tries") == 1
    assert not cache.add("tries", 0, timeout=60) and cache.incr("tries") == 2, "counted by the process itself"
    cache.set_many({"a": 1, "b": 2})
    assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": 2}
    server = start(tmp_path)
    try:
        time.sleep(0.1)
        assert cache.get("tries") is None and cache.is_shared, "the server is empty, and it is asked again"
        assert cache.add("tries", 5) and cache.incr("tries") == 6
    finally:
        server.kill()
        server.wait()
    assert cache.get("tries") is None, "what a process kept the last time is not taken for news"


def test_without_a_server_from_the_beginning(cache: SharedCache) -> None:
    cache.set("asked", "answered", 5)
    assert cache.get("asked") == "answered"
    with pytest.raises(ValueError, match="not found"):
        cache.incr("unknown")
