"""Waiting until everything has calmed down: until every invariant holds, or patience ends."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import DatabaseError, connection

from catalog.search.backends.base import SearchUnavailable

Checks = Mapping[str, Callable[[], list[str]]]
PAUSE = 3.0


@dataclass(frozen=True)
class Settled:
    seconds: float
    broken: dict[str, list[str]]
    """By invariant; nothing, when all hold."""


def settle(checks: Checks, *, patience: float) -> Settled:
    started = time.monotonic()
    while True:
        broken = _broken(checks)
        seconds = time.monotonic() - started
        if not broken or seconds > patience:
            return Settled(seconds, broken)
        time.sleep(PAUSE)


def _broken(checks: Checks) -> dict[str, list[str]]:
    connection.close()
    try:
        found = {name: check() for name, check in checks.items()}
    except (DatabaseError, SearchUnavailable) as away:
        return {"database and index answer": [type(away).__name__]}
    finally:
        connection.close()
    return {name: wrong for name, wrong in found.items() if wrong}
