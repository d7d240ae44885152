"""Whether the replica can be asked now: it answers, follows, and is not far behind. Looked at every two seconds."""

import threading
import time
from dataclasses import dataclass

import structlog
from django.db import Error, connections

log = structlog.get_logger(__name__)
LOOKED_AT_EVERY = 2.0
MOST_BEHIND = 5.0
"""Seconds; a person who wrote is kept at the primary for longer than this and the time between two looks."""
_STATE = """
    SELECT pg_is_in_recovery(),
           (SELECT count(*) FROM pg_stat_wal_receiver),
           CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END
"""


@dataclass(frozen=True, slots=True)
class Condition:
    """What the replica says of itself."""

    is_replica: bool
    is_following: bool
    """A connection to its primary is open."""
    behind: float | None
    """Seconds; ``None`` when nothing was replayed since it started."""

    @property
    def is_well(self) -> bool:
        return self.is_replica and self.is_following and self.behind is not None and self.behind <= MOST_BEHIND


def look() -> Condition:
    """Ask it. Raises `django.db.Error` when it cannot be reached."""
    with connections["replica"].cursor() as cursor:
        cursor.execute(_STATE)
        in_recovery, receivers, behind = cursor.fetchone()
    return Condition(bool(in_recovery), receivers > 0, None if behind is None else float(behind))


class _Watched:
    def __init__(self) -> None:
        self._usable, self._until, self._lock = False, 0.0, threading.Lock()

    def __call__(self) -> bool:
        """The answer is at most two seconds old; one thread renews it while the others take the last one."""
        if time.monotonic() < self._until or not self._lock.acquire(blocking=False):
            return self._usable
        try:
            self._renew()
        finally:
            self._lock.release()
        return self._usable

    def forget(self) -> None:
        self._until = 0.0

    def _renew(self) -> None:
        try:
            condition = look()
            usable, why = condition.is_well, str(condition)
        except Error as error:
            connections["replica"].close()
            usable, why = False, type(error).__name__
        if usable != self._usable:
            log.warning("the replica is asked again" if usable else "the replica is not asked", condition=why)
        self._usable, self._until = usable, time.monotonic() + LOOKED_AT_EVERY


is_usable = _Watched()
