"""A database file of its own, so that threads really stand in each other's way."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections

Parallel = Callable[[Callable[[int], Any], int], list[Any]]


@pytest.fixture
def in_parallel(tmp_path: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[Parallel]:
    """``in_parallel(task, n)`` runs ``task(0) … task(n - 1)`` at the same time and returns results or exceptions.

    Each thread has a connection of its own to one file, with the settings of production: immediate transactions.
    """
    original = connections.settings["default"]
    connections.settings["default"] = {**original, "NAME": str(tmp_path / "shared.sqlite3")}

    def run(task: Callable[[int], Any], number: int) -> Any:
        try:
            return task(number)
        except Exception as failure:
            return failure
        finally:
            connections["default"].close()

    def parallel(task: Callable[[int], Any], times: int) -> list[Any]:
        with ThreadPoolExecutor(times) as pool:
            return list(pool.map(lambda number: run(task, number), range(times)))

    with django_db_blocker.unblock():
        made = parallel(lambda _: call_command("migrate", run_syncdb=True, verbosity=0), 1)
        assert made == [None]
        yield parallel
    connections.settings["default"] = original
