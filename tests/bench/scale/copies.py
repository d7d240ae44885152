"""A small world written through the product's own verbs, copied inside PostgreSQL until it is a large one.

Every row of the chosen tables is copied with new keys; foreign keys between these tables lead to the copy's own rows,
all others (channels, categories, attributes) to the rows that everybody shares. What has to be unique and is no key
gets the copy's number behind it. So a copy is as whole as the world it was made from, whatever columns come later.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

COLUMNS = """
SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum"""
FOREIGN = """
SELECT a.attname, c.confrelid::regclass::text FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.conrelid = %s::regclass AND c.contype = 'f'"""
UNIQUE = """
SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_index i
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
WHERE i.indrelid = %s::regclass AND i.indisunique GROUP BY i.indexrelid"""
KEY = """
SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = %s::regclass AND i.indisprimary"""
PLAIN_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid::regclass::text = ANY(%s) AND NOT i.indisunique"""
Expressions = Mapping[tuple[str, str], str]
"""SQL by table and column, in terms of the row ``r`` and the number of the copy ``n``; ``*`` is any table."""


LABEL = "('-' || n || :copies)"
SHORT = 64
"""Characters in a column that have no room for a number behind what is there; such texts become hashes."""
_ROOM = re.compile(r"character varying\((\d+)\)")


@dataclass(frozen=True)
class _Table:
    name: str
    columns: dict[str, str]
    foreign: dict[str, str]
    unique: list[list[str]]
    keys: int
    """How far apart the keys of two copies are."""

    key: str
    """The primary key's column; of a key of several columns the first."""

    @property
    def is_numbered(self) -> bool:
        return self.columns[self.key] in {"bigint", "integer"} and self.key not in self.foreign


def copy_rows(tables: Sequence[str], *, copies: int, expressions: Expressions) -> None:
    """Add ``copies`` of every row of ``tables``. Triggers and foreign keys are not asked: rows are copied whole."""
    known = {name: _read(name) for name in tables}
    indexes = _asked(PLAIN_INDEXES, [list(tables)])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for index, _made in indexes:
            cursor.execute(f"DROP INDEX {index}")
        for table in known.values():
            cursor.execute(_statement(table, known, expressions).replace(":copies", f"'x{copies}'"), [copies])
        for _index, made in indexes:
            cursor.execute(made.replace(" ON ONLY ", " ON ", 1))  # of a table in parts: on each of them
        for table in known.values():
            _move_sequence(cursor, table)


def _statement(table: _Table, known: Mapping[str, _Table], expressions: Expressions) -> str:
    chosen = {name: _expression(table, name, known, expressions) for name in table.columns}
    for columns in table.unique:
        if all(chosen[name] == f'r."{name}"' for name in columns):
            name = next((one for one in reversed(columns) if table.columns[one] != "date"), columns[-1])
            chosen[name] = _different(f'r."{name}"', table.columns[name], table.keys)
    return (
        f"INSERT INTO {table.name} ({', '.join(map(_quoted, chosen))}) SELECT {', '.join(chosen.values())} "  # noqa: S608  # names of tables that this project wrote
        f"FROM {table.name} r, generate_series(1, %s) n"
    )


def _expression(table: _Table, name: str, known: Mapping[str, _Table], expressions: Expressions) -> str:
    kind = table.columns[name]
    own = expressions.get((table.name, name)) or expressions.get(("*", name)) or expressions.get(("*", kind))
    if own is not None:
        return own.replace("{column}", f'r."{name}"')
    leads_to = known.get(table.foreign.get(name, ""))
    if leads_to is not None:
        return _different(f'r."{name}"', kind, leads_to.keys)
    return _different(f'r."{name}"', kind, table.keys) if name == table.key else f'r."{name}"'


def _different(value: str, kind: str, keys: int) -> str:
    if kind == "uuid":
        return f"md5({value}::text || {LABEL})::uuid"
    if kind in {"bigint", "integer", "smallint"}:
        return f"{value} + {keys} * n"
    room = _ROOM.fullmatch(kind)
    if room is not None and int(room[1]) <= SHORT:
        return f"left(md5({value} || {LABEL}), {room[1]})"
    return f"{value} || {LABEL}"


def _read(name: str) -> _Table:
    columns = dict(_asked(COLUMNS, [name]))
    ((key,),) = _asked(KEY, [name])
    span = 1
    if columns[key] in {"bigint", "integer"}:
        ((span,),) = _asked(f"SELECT max({key}) - min({key}) + 1 FROM {name}", [])  # noqa: S608  # names of tables that this project wrote
    unique = [row[0] for row in _asked(UNIQUE, [name])]
    return _Table(name, columns, dict(_asked(FOREIGN, [name])), unique, span, key)


def _move_sequence(cursor: object, table: _Table) -> None:
    if table.is_numbered:
        cursor.execute(  # type: ignore[attr-defined]  # Django's cursor has no public type
            f"SELECT setval(pg_get_serial_sequence('{table.name}', '{table.key}'), max({table.key})) FROM {table.name}"  # noqa: S608  # names of tables that this project wrote
        )


def _quoted(name: str) -> str:
    return f'"{name}"'


def _asked(statement: str, parameters: Sequence[object]) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall()
