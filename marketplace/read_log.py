"""What was read to answer a request: the statements of one context, noted while somebody listens."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.backends.signals import connection_created

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]
MOST_STATEMENTS = 200


@dataclass(slots=True)
class ReadLog:
    """The statements with their values. ``public`` is said by whoever knows that everybody may see the answer."""

    statements: list[tuple[str, Any]] = field(default_factory=list)
    is_whole: bool = True
    """Everything that the answer depends on is a statement in here."""
    public_at: datetime | None = None
    """The moment that the answer holds for, once it is known to be public."""


current: ContextVar[ReadLog | None] = ContextVar("read_log", default=None)


def depends_on_more() -> None:
    """Say that something else than the database is read: an index, a file, another server."""
    log = current.get()
    if log is not None:
        log.is_whole = False


def is_public(*, at: datetime) -> None:
    log = current.get()
    if log is not None:
        log.public_at = at


def connect() -> None:
    """Listen to every connection that is made from now on."""
    connection_created.connect(_listen, dispatch_uid="marketplace.read_log")


def _listen(*, connection: Any, **_: Any) -> None:
    if _note not in connection.execute_wrappers:
        connection.execute_wrappers.append(_note)


def _note(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    log = current.get()
    if log is not None:
        on_primary = context["connection"].alias == "default"
        if many or not on_primary or not isinstance(sql, str) or len(log.statements) >= MOST_STATEMENTS:
            log.is_whole = False
        else:
            log.statements.append((sql, params))
    return execute(sql, params, many, context)
