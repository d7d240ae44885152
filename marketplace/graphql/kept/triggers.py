"""The triggers that tell of changes: whoever writes a row, by whatever way, tells it in the same transaction.

They are put in place after every migration, for SQLite drops a table's triggers whenever it changes its columns.
A trigger's name ends with what its text hashes to, so that another one takes the place of a former one.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from marketplace.graphql.kept.row_change import RowChange
from marketplace.graphql.kept.watched import Watched

PREFIX = "told_"
Trigger = tuple[str, list[str]]
"""The table, and the statements that put its triggers in place."""


def install(connection: Any, watched: Iterable[Watched]) -> list[str]:
    """Bring the triggers in step with what is watched; returns the names of those made, none when all are there."""
    existing = set(connection.introspection.table_names())
    if RowChange._meta.db_table not in existing:
        return []
    write = _sqlite if connection.vendor == "sqlite" else _postgresql
    wanted: dict[str, Trigger] = {}
    for each in watched:
        if each.table in existing:
            wanted |= write(each, _columns(connection, each))
    present = _present(connection)
    with connection.cursor() as cursor:
        for name in present.keys() - wanted.keys():
            cursor.execute(
                f'DROP TRIGGER "{name}"' + ("" if connection.vendor == "sqlite" else f' ON "{present[name]}"')
            )
        made = sorted(wanted.keys() - present.keys())
        for name in made:
            for statement in wanted[name][1]:
                cursor.execute(statement)
    return made


def _columns(connection: Any, watched: Watched) -> str:
    """The part of a trigger that names the columns it looks at; empty for all of them."""
    if not watched.ignored:
        return ""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, watched.table)
    names = [column.name for column in found if column.name not in watched.ignored]
    return " OF " + ", ".join(f'"{name}"' for name in names)


def _present(connection: Any) -> Mapping[str, str]:
    """The table of each of our triggers, by its name."""
    query = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND pg_table_is_visible(c.oid)"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name: table for name, table in cursor.fetchall() if name.startswith(PREFIX)}


def _named(table: str, text: str) -> str:
    return f"{PREFIX}{table[:40]}_{hashlib.sha256(text.encode()).hexdigest()[:10]}"


def _sqlite(watched: Watched, columns: str) -> dict[str, Trigger]:
    found: dict[str, Trigger] = {}
    for verb, rows in (("INSERT", ("NEW",)), ("UPDATE" + columns, ("OLD", "NEW")), ("DELETE", ("OLD",))):
        told = " UNION ".join(f"SELECT '{watched.table}', {_key(watched, row, 'TEXT')}" for row in rows)
        change = f'INSERT INTO {RowChange._meta.db_table} (source, key, "transaction", at)'
        values = f"SELECT s, k, 0, datetime('now') FROM (SELECT NULL AS s, NULL AS k WHERE 0 UNION {told})"  # noqa: S608  # names are our own
        text = f'AFTER {verb} ON "{watched.table}" BEGIN {change} {values}; END'
        name = _named(watched.table, text)
        found[name] = watched.table, [f'CREATE TRIGGER "{name}" {text}']
    return found


def _postgresql(watched: Watched, columns: str) -> dict[str, Trigger]:
    table, new, old = watched.table, _key(watched, "NEW", "text"), _key(watched, "OLD", "text")
    change = f"INSERT INTO {RowChange._meta.db_table} (source, key, transaction, at)"
    told = f"{change} VALUES ('{table}', %s, pg_current_xact_id()::text::bigint, now());"
    body = (
        f"BEGIN IF TG_OP = 'TRUNCATE' THEN {told % 'NULL'} "
        f"ELSIF TG_OP = 'DELETE' THEN {told % old} ELSE {told % new} END IF; "
        f"IF TG_OP = 'UPDATE' THEN IF {old} IS DISTINCT FROM {new} THEN {told % old} END IF; END IF; "
        "RETURN NULL; END"
    )
    name = _named(table, body + columns)
    emptied = _named(table, body + "TRUNCATE")
    function = f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger AS $$ {body} $$ LANGUAGE plpgsql'
    return {
        name: (
            table,
            [
                function,
                f'CREATE TRIGGER "{name}" AFTER INSERT OR UPDATE{columns} OR DELETE ON "{table}" '
                f'FOR EACH ROW EXECUTE FUNCTION "{name}"()',
            ],
        ),
        emptied: (
            table,
            [
                function,
                f'CREATE TRIGGER "{emptied}" AFTER TRUNCATE ON "{table}" '
                f'FOR EACH STATEMENT EXECUTE FUNCTION "{name}"()',
            ],
        ),
    }


def _key(watched: Watched, row: str, kind: str) -> str:
    return "NULL" if watched.key is None else f'CAST({row}."{watched.key}" AS {kind})'
