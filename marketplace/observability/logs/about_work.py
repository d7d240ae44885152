"""What every line says of the work in hand."""

from collections.abc import MutableMapping
from typing import Any

from marketplace.observability import work
from marketplace.observability.tracing import spans


def about_work(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog: the request's id, the operation, the job or event, and what was bound (`work.bind`)."""
    doing = work.current.get()
    if doing is not None:
        line["request_id"] = doing.request_id
        if doing.operation:
            line.setdefault("operation", doing.operation)
        if doing.kind != "request" and doing.name:
            line.setdefault(doing.kind, doing.name)
        for key, value in doing.facts.items():
            line.setdefault(key, value)
    trace_id = spans.trace_id()
    if trace_id:
        line["trace_id"] = trace_id
    return line
