"""One clock at a time: a lock that dies with the process that holds it.

On PostgreSQL an advisory lock of one open session: when its process is killed the server gives it back at once, and
within twelve seconds when its whole machine is gone. On the embedded database, which belongs to one machine, a lock on
a file. Nothing has to be tidied up by hand after a crash.
"""

import fcntl
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

KEY = 0x62642D62656174
"""The number of the advisory lock; it is the database's own, so installations do not meet."""
_SESSION = (
    "SET tcp_keepalives_idle = 5",
    "SET tcp_keepalives_interval = 2",
    "SET tcp_keepalives_count = 3",
    "SET idle_session_timeout = 0",
)


class Leadership(Protocol):
    def is_held(self) -> bool:
        """Whether this process leads, now; takes the lead when nobody has it."""

    def give_up(self) -> None:
        """Let another one lead at once."""


def leadership() -> Leadership:
    return SessionLock() if connection.vendor == "postgresql" else FileLock(Path(settings.DATA_DIR) / "beat.lock")


class SessionLock:
    """Held as long as its own connection lives; that it does is asked every time."""

    def __init__(self) -> None:
        self._session: BaseDatabaseWrapper | None = None
        self._held = False

    def is_held(self) -> bool:
        try:
            self._held = self._is_alive() if self._held else self._try()
        except Error:  # the database is gone or was replaced: whoever gets there first leads
            self._close()
        return self._held

    def give_up(self) -> None:
        self._close()

    def _is_alive(self) -> bool:
        with self._open().cursor() as cursor:
            cursor.execute("SELECT 1")
        return True

    def _try(self) -> bool:
        with self._open().cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [KEY])
            return bool(cursor.fetchone()[0])

    def _open(self) -> BaseDatabaseWrapper:
        if self._session is None:
            self._session = connections.create_connection(DEFAULT_DB_ALIAS)
            with self._session.cursor() as cursor:
                for statement in _SESSION:
                    cursor.execute(statement)
        return self._session

    def _close(self) -> None:
        self._held = False
        session, self._session = self._session, None
        if session is not None:
            with suppress(Error):
                session.close()


class FileLock:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def is_held(self) -> bool:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("a")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                return False
            self._file = file
        return True

    def give_up(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
