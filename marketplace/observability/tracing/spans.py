"""``with span("carrier quote", peer="ghn"):`` is a span where traces are on, and nothing where they are off.

No value of a request, statement or call becomes an attribute: names, counts, hosts and kinds of errors only.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

_tracer: Any = None
_NOTHING: AbstractContextManager[Any] = nullcontext()
INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER = range(5)
"""Kinds, numbered as `opentelemetry.trace.SpanKind`."""


def use(tracer: Any) -> None:
    """From now on spans are made by this tracer; ``None`` ends it."""
    global _tracer  # one a process, set at start-up
    _tracer = tracer


def is_on() -> bool:
    return _tracer is not None


def span(
    name: str, *, kind: int = INTERNAL, caused_by: str | None = None, **attributes: str | int | float
) -> AbstractContextManager[Any]:
    """A span of the work in hand, or of the one that ``caused_by`` (a ``traceparent``) stands for.

    Underscores in the names of attributes are written as dots.
    """
    if _tracer is None:
        return _NOTHING
    return _span(name, kind, caused_by, {key.replace("_", "."): value for key, value in attributes.items()})


@contextmanager
def _span(name: str, kind: int, caused_by: str | None, attributes: Mapping[str, Any]) -> Iterator[Any]:
    from opentelemetry.trace import SpanKind, Status, StatusCode

    from marketplace.observability.tracing.propagation import context_of

    parent = context_of(caused_by) if caused_by else None
    with _tracer.start_as_current_span(
        name, context=parent, kind=SpanKind(kind), attributes=attributes, record_exception=False,
        set_status_on_exception=False,
    ) as made:  # fmt: skip
        try:
            yield made
        except BaseException as error:  # its text may quote a person; its kind doesn't
            made.set_attribute("error.type", f"{type(error).__module__}.{type(error).__qualname__}")
            made.set_status(Status(StatusCode.ERROR))
            raise


def trace_id() -> str:
    """Of the span in hand, 32 hexadecimal digits; empty where there is none."""
    if _tracer is None:
        return ""
    from opentelemetry.trace import get_current_span

    context = get_current_span().get_span_context()
    return f"{context.trace_id:032x}" if context.is_valid else ""
