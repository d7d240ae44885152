"""What caused a thing that happens later: kept in the row of an event or a letter, sent along with a task.

``{"request": 32 hexadecimal digits, "trace": a traceparent}``; the trace only where traces are on.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from marketplace.observability import work
from marketplace.observability.tracing import spans
from marketplace.observability.tracing.propagation import traceparent


def cause() -> dict[str, str] | None:
    """Of what is being worked on now; ``None`` where nobody would recognise it later."""
    doing = work.current.get()
    if doing is None:
        return None
    trace = traceparent()
    return {"request": doing.request_id, "trace": trace} if trace else {"request": doing.request_id}


@contextmanager
def following(kind: str, name: str, caused_by: Mapping[str, Any] | None) -> Iterator[work.Work]:
    """Do what ``caused_by`` led to, in its trace and under its request's id."""
    known = caused_by if isinstance(caused_by, Mapping) else {}
    request_id = work.accepted_request_id(str(known.get("request", "")))
    with (
        work.working(kind, name, request_id) as doing,
        spans.span(f"{kind} {name}", kind=spans.CONSUMER, caused_by=str(known.get("trace", "")) or None),
    ):
        yield doing
