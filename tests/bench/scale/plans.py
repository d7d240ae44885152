"""Which statements read a large table from end to end, by the plans of a large PostgreSQL."""

from collections.abc import Callable, Iterator
from typing import Any

import orjson
from django.db import connection

LARGE = 10_000
SIZES = """
SELECT c.relname, greatest(c.reltuples, 0) FROM pg_class c WHERE c.relkind = 'r' AND c.reltuples > %s"""


def scans_of(ask: Callable[[], None]) -> set[tuple[str, str]]:
    """(table, statement) of each sequential scan that ``ask``'s reading statements plan over more than `LARGE` rows.

    Nothing is executed twice: the statements are planned only, by the values they were sent with.
    """
    statements: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")) and not many:
            statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        ask()
    large = _large()
    return {(table, sql) for sql, params in statements for table in _scanned(sql, params) if table in large}


def _large() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(SIZES, [LARGE])
        return {row[0] for row in cursor.fetchall()}


def _scanned(sql: str, params: Any) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0]
    yield from _sequential((plan if isinstance(plan, list) else orjson.loads(plan))[0]["Plan"])


def _sequential(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for inner in node.get("Plans", ()):
        yield from _sequential(inner)
