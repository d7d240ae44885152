"""What this thread is working on: one request, job, delivery of an event or letter.

Each has the id of the request that began it all, so that an order can be followed through the log from the buyer's
click to the letter. Kept in a context variable: threads that are to share it run in a copy of the context.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_WELL_FORMED = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Work:
    """``facts`` are written into every line that is logged while it is done. They are ids, numbers and names of parts
    of the program; never a person's."""

    __slots__ = ("facts", "kind", "name", "operation", "request_id", "statement_seconds", "statements")

    def __init__(self, kind: str, name: str = "", request_id: str | None = None) -> None:
        self.kind = kind
        self.name = name
        self.request_id = request_id or new_request_id()
        self.operation = ""
        self.facts: dict[str, Any] = {}
        self.statements = 0
        self.statement_seconds = 0.0


current: ContextVar[Work | None] = ContextVar("work", default=None)


def new_request_id() -> str:
    return secrets.token_hex(16)


def accepted_request_id(text: str) -> str | None:
    """A proxy's id, if it is 32 hexadecimal digits or a UUID: nothing else fits, least of all somebody's number."""
    return text if _WELL_FORMED.fullmatch(text) else None


def current_request_id() -> str:
    """32 hexadecimal digits; those of the work in hand, or new ones where nothing is being worked on."""
    work = current.get()
    return work.request_id.replace("-", "") if work is not None else new_request_id()


def bind(**facts: Any) -> None:
    """Say of everything logged from here to the end of the work what it is about: ``bind(order=order.number)``."""
    work = current.get()
    if work is not None:
        work.facts.update(facts)


@contextmanager
def working(kind: str, name: str = "", request_id: str | None = None) -> Iterator[Work]:
    """Do one piece of work; what surrounds it goes on afterwards."""
    work = Work(kind, name, request_id)
    token = current.set(work)
    try:
        yield work
    finally:
        current.reset(token)
