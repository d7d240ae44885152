"""The lock of the one writer. The operating system frees it when its holder dies, however it dies."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.search.backends.base import SearchUnavailable

WAIT = 60.0
"""Seconds; an indexing batch takes well under one."""


@contextmanager
def writing(folder: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the index's writer lock; raises `SearchUnavailable` when another holds it for longer than ``wait``."""
    folder.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + wait
    with (folder / "writer.lock").open("a") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise SearchUnavailable("another process is writing the search index") from None
                time.sleep(0.02)
        yield
