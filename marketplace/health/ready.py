"""Whether this process can serve people now. No stranger is told what is wrong; the log and the doctor say it."""

import threading
import time
from collections.abc import Callable
from enum import StrEnum

import structlog
from django.core.cache import cache
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from catalog.search.backends.base import backend

log = structlog.get_logger(__name__)
KEPT = 1.0
"""Seconds that an answer is good for, however many ask."""
DATABASE_MILLISECONDS = 2000


class State(StrEnum):
    READY = "ready"
    DEGRADED = "degraded"
    """People can buy, but without search, or with a cold cache: no reason to send them away."""
    UNREADY = "unready"


class NotMigrated(Exception):
    """The database is older than this program."""


class _Readiness:
    def __init__(self) -> None:
        self._state, self._until, self._lock = State.UNREADY, 0.0, threading.Lock()
        self._migrated = False

    def __call__(self) -> State:
        with self._lock:
            if time.monotonic() >= self._until:
                self._state = self._look()
                self._until = time.monotonic() + KEPT
            return self._state

    def forget(self) -> None:
        self._until, self._migrated = 0.0, False

    def _look(self) -> State:
        if not (_works("database", _database) and _works("migrations", self._migrations)):
            return State.UNREADY
        if not all([_works("cache", _cache), _works("search", _search)]):
            return State.DEGRADED
        return State.READY

    def _migrations(self) -> None:
        """Once all are there they stay; a newer program may add some that this one need not know."""
        if not self._migrated and is_behind():
            raise NotMigrated
        self._migrated = True


readiness = _Readiness()


def is_behind() -> bool:
    """Whether the database waits for a migration that this program brings."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _works(name: str, check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception as error:  # whatever it is, it does not work; the log says what, the asker does not learn it
        log.warning("not ready", part=name, error=type(error).__name__)
        return False
    return True


def _database() -> None:
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {DATABASE_MILLISECONDS}")
        cursor.execute("SELECT 1")


def _cache() -> None:
    cache.set("health", "1", 10)
    if cache.get("health") != "1":
        raise LookupError("the cache forgets")


def _search() -> None:
    if not backend().is_ready():
        raise LookupError("there is no search index")
