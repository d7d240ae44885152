"""Every statement that Django sends is counted and timed; slow ones are logged, all of them traced where traces are on.

The log of slow statements has the GraphQL operation, page or job, the duration and the statement without any value.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import structlog
from django.db.backends.signals import connection_created

from marketplace.observability import work
from marketplace.observability.sanitised import named, sanitised
from marketplace.observability.tracing import spans

log = structlog.get_logger("marketplace.slow_statement")
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]
_slow_seconds = 0.2


def watch(*, slow_milliseconds: int) -> None:
    """Watch every connection that is made from now on; 0 logs no statement as slow."""
    global _slow_seconds  # one a process, set at start-up
    _slow_seconds = slow_milliseconds / 1000 if slow_milliseconds else float("inf")
    connection_created.connect(_watch_connection, dispatch_uid="marketplace.observability.statements")


def _watch_connection(*, connection: Any, **_: Any) -> None:
    if _observe not in connection.execute_wrappers:
        connection.execute_wrappers.append(_observe)


def _observe(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if spans.is_on():
        return _traced(execute, sql, params, many, context)
    started = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        _note(sql, perf_counter() - started)


def _traced(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    vendor = context["connection"].vendor
    text = sql if isinstance(sql, str) else str(sql)
    with spans.span(
        named(text), kind=spans.CLIENT, db_system_name=vendor, db_query_text=sanitised(text)
    ):  # semantic conventions for database calls
        started = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            _note(sql, perf_counter() - started)


def _note(sql: Any, seconds: float) -> None:
    doing = work.current.get()
    if doing is not None:
        doing.statements += 1
        doing.statement_seconds += seconds
    if seconds >= _slow_seconds:
        at = {"page": doing.name} if doing is not None and doing.kind == "request" else {}
        log.warning("slow statement", milliseconds=round(seconds * 1000), statement=sanitised(str(sql)), **at)
