"""The months to come get their parts ahead of time; a month of which nothing is left gives its part back.

Rows go away by the rules of their own tables (``forget-…`` in `marketplace.periodic`), never by this.
"""

from datetime import datetime
from typing import Any

import structlog
from django.db import connection, transaction

from marketplace.partitions.month import month_of, next_month, partition_name
from marketplace.partitions.tables import PARTITIONED

log = structlog.get_logger(__name__)
AHEAD = 3
PARTS = """
SELECT i.inhrelid::regclass::text, substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \\(''(.+)''\\)')::timestamptz
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = %s::regclass"""


def keep_partitions(*, now: datetime) -> None:
    """Make the parts of this month and of the three that follow, and drop the empty ones of months long over.

    Safe to run twice and at once. Without parts, rows would go to ``<table>_other``, which serves them as well; a month
    that has rows there already is left there and named in the log. Waits at most five seconds for a lock.
    """
    if connection.vendor != "postgresql":
        return
    for table, moment in PARTITIONED.items():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '5s'")
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [table])
            cursor.execute(PARTS, [table])
            parts: dict[str, datetime | None] = dict(cursor.fetchall())
            _make_months(cursor, table, moment, parts, now)
            _drop_empty(cursor, table, parts, now)


def _make_months(cursor: Any, table: str, moment: str, parts: dict[str, datetime | None], now: datetime) -> None:
    start = month_of(now)
    covered = max((end for end in parts.values() if end is not None), default=start)
    for _month in range(AHEAD + 1):
        end = next_month(start)
        if start >= covered:
            _make(cursor, table, moment, start, end)
        start = end


def _make(cursor: Any, table: str, moment: str, start: datetime, end: datetime) -> None:
    """Made beside the table and then attached, so that reading and writing goes on meanwhile."""
    cursor.execute(
        f"SELECT EXISTS (SELECT 1 FROM {table}_other WHERE {moment} >= %s AND {moment} < %s)",  # noqa: S608  # names of tables that this project wrote
        [start, end],
    )
    if cursor.fetchone()[0]:
        log.warning("a month has rows in the part for others", table=table, month=f"{start:%Y-%m}")
        return
    name = partition_name(table, start)
    cursor.execute(f"CREATE TABLE {name} (LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)")
    cursor.execute(
        f"ALTER TABLE {table} ATTACH PARTITION {name} FOR VALUES FROM ('{start.isoformat()}') TO ('{end.isoformat()}')"
    )


def _drop_empty(cursor: Any, table: str, parts: dict[str, datetime | None], now: datetime) -> None:
    """A part counts as over a month after its last moment."""
    for name, end in parts.items():
        if end is None or next_month(end) > month_of(now):
            continue
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {name})")  # noqa: S608  # names of tables that this project wrote
        if not cursor.fetchone()[0]:
            cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {name})")  # noqa: S608  # names of tables that this project wrote
            if not cursor.fetchone()[0]:
                cursor.execute(f"DROP TABLE {name}")
