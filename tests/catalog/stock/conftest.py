"""A database that several connections really share, so that threads stand in each other's way."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

Parallel = Callable[[Callable[[int], Any], int], list[Any]]


@pytest.fixture
def in_parallel(
    tmp_path: Path, transactional_db: None, empty_database: Path, django_db_blocker: Any
) -> Iterator[Parallel]:
    """``in_parallel(task, n)`` runs ``task(0) … task(n - 1)`` at the same time and returns results or exceptions.

    Each thread has a connection of its own: to one SQLite file with immediate transactions, as on a laptop, or to the
    PostgreSQL that the suite runs on.
    """
    if connection.vendor == "postgresql":
        yield _parallel
        return
    original = connections.settings["default"]
    shared = tmp_path / "shared.sqlite3"
    shutil.copy(empty_database, shared)
    connections.settings["default"] = {**original, "NAME": str(shared)}
    with django_db_blocker.unblock():
        yield _parallel
    connections.settings["default"] = original


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Path:
    """A file with every table and nothing in it, made once a session."""
    made = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    if connection.vendor == "postgresql":
        return made
    original = connections.settings["default"]
    connections.settings["default"] = {**original, "NAME": str(made)}
    with django_db_blocker.unblock():
        assert _parallel(lambda _: call_command("migrate", run_syncdb=True, verbosity=0), 1) == [None]
    connections.settings["default"] = original
    return made


def _parallel(task: Callable[[int], Any], times: int) -> list[Any]:
    def run(number: int) -> Any:
        try:
            return task(number)
        except Exception as failure:
            return failure
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))
