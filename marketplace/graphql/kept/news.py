"""Hearing of changes: everything that was committed since this process asked last, by one small statement.

A number that grows would not do on PostgreSQL: of two transactions, the one with the lower number may be visible last.
So what was heard of is a snapshot, and news is what that snapshot could not see and this statement can.
"""

import time
from collections.abc import Sequence
from typing import Any

from marketplace.graphql.kept.row_change import RowChange
from marketplace.graphql.kept.watched import Read
from marketplace.quick_read import fetched

LONGEST_SILENCE = 1800.0
"""Seconds; what this process has not heard of may be deleted after an hour (`row_change.KEPT`)."""
_TABLE = RowChange._meta.db_table
_NOW = "SELECT pg_current_snapshot()::text"
_SINCE = (
    f"SELECT pg_current_snapshot()::text, c.source, c.key FROM (SELECT 1) AS one LEFT JOIN {_TABLE} c "  # noqa: S608  # the name is our own
    "ON c.transaction >= %s AND NOT pg_visible_in_snapshot(c.transaction::text::xid8, %s::pg_snapshot)"
)
_LATER = f"SELECT id, source, key FROM {_TABLE} WHERE id > %s ORDER BY id"  # noqa: S608  # the name is our own


class News:
    """Not safe between threads: whoever keeps one asks it under a lock."""

    def __init__(self) -> None:
        self._heard: Any = None
        self._asked = 0.0

    def hear(self, connection: Any) -> Sequence[Read] | None:
        """What changed since the last call; nothing where that isn't known: anything may have."""
        now = time.monotonic()
        known = self._heard is not None and now - self._asked < LONGEST_SILENCE
        read = _from_sqlite if connection.vendor == "sqlite" else _from_postgresql
        self._heard, changes = read(connection, self._heard if known else None)
        self._asked = now
        return changes if known else None


def _from_postgresql(connection: Any, heard: str | None) -> tuple[str, list[Read]]:
    if heard is None:
        [[snapshot]] = fetched(connection, _NOW, [])
        return snapshot, []
    rows = fetched(connection, _SINCE, [int(heard.partition(":")[0]), heard])
    return rows[0][0], [(source, key) for _snapshot, source, key in rows if source is not None]


def _from_sqlite(connection: Any, heard: int | None) -> tuple[int, list[Read]]:
    if heard is None:
        # Also of rows that are deleted by now: their numbers are never given again.
        rows = fetched(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = %s", [_TABLE])
        return int(rows[0][0]), []
    rows = fetched(connection, _LATER, [heard])
    return (int(rows[-1][0]) if rows else heard), [(source, key) for _id, source, key in rows]
