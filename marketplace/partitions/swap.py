"""The short transaction in which a whole table becomes the first part of a table of the same name."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = %s::regclass AND NOT i.indisprimary AND i.indexrelid <> %s::regclass"""
FOREIGN_KEYS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'"""
TRIGGERS = "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
LONGEST_NAME = 63


def swap(cursor: Any, table: str, moment: str, bound: datetime) -> None:
    """``table`` has the unique index ``<table>_by_month`` and the valid check ``<table>_bound`` already."""
    before = f"{table}_before"
    cursor.execute("SET LOCAL lock_timeout = '5s'")
    cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
    indexes = _found(cursor, INDEXES, table, f"{table}_by_month")
    foreign, triggers = _found(cursor, FOREIGN_KEYS, table), _found(cursor, TRIGGERS, table)
    _run(cursor, _make_room(table, before, indexes, triggers))
    _run(cursor, _make_whole(table, before, moment))
    _run(cursor, (made for _name, made in indexes))
    _run(cursor, (f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {said}' for name, said in foreign))
    _run(cursor, (made for _name, made in triggers))
    _carry_numbers_on(cursor, table, before)
    cursor.execute(
        f"ALTER TABLE {table} ATTACH PARTITION {before} FOR VALUES FROM (MINVALUE) TO ('{bound.isoformat()}')"
    )
    cursor.execute(f"CREATE TABLE {table}_other PARTITION OF {table} DEFAULT")


def _make_room(
    table: str, before: str, indexes: Iterable[tuple[str, str]], triggers: Iterable[tuple[str, str]]
) -> Iterable[str]:
    """The old table and what belongs to it give their names away; its primary key is the prepared index."""
    yield f"ALTER TABLE {table} RENAME TO {before}"
    yield f"ALTER TABLE {before} DROP CONSTRAINT {table}_pkey"
    yield f"ALTER TABLE {before} ADD CONSTRAINT {before}_pkey PRIMARY KEY USING INDEX {table}_by_month"
    for name, _made in indexes:
        yield f"ALTER INDEX {name} RENAME TO {name[: LONGEST_NAME - len('_before')]}_before"
    for name, _made in triggers:
        yield f"DROP TRIGGER {name} ON {before}"


def _make_whole(table: str, before: str, moment: str) -> Iterable[str]:
    yield (
        f"CREATE TABLE {table} (LIKE {before} INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING CONSTRAINTS "
        f"INCLUDING STORAGE) PARTITION BY RANGE ({moment})"
    )
    yield f"ALTER TABLE {table} DROP CONSTRAINT {table}_bound"
    yield f"ALTER TABLE {table} ADD CONSTRAINT {table}_pkey PRIMARY KEY (id, {moment})"


def _carry_numbers_on(cursor: Any, table: str, before: str) -> None:
    """Where the keys are numbers, the new table counts on from the old one's."""
    cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [before])
    old = cursor.fetchone()[0]
    if old is None:
        return
    cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), last_value, is_called) FROM {old}")  # noqa: S608  # names of tables that this project wrote
    cursor.execute(f"ALTER TABLE {before} ALTER COLUMN id DROP IDENTITY")


def _found(cursor: Any, statement: str, *names: str) -> list[tuple[str, str]]:
    cursor.execute(statement, names)
    return list(cursor.fetchall())


def _run(cursor: Any, statements: Iterable[str]) -> None:
    for statement in statements:
        cursor.execute(statement)
