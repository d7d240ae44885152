"""A place in a trace as text, to be kept in a row or sent in a header: W3C Trace Context, ``traceparent``."""

from typing import Any

from marketplace.observability.tracing import spans


def traceparent() -> str:
    """Of the span in hand; empty where traces are off."""
    if not spans.is_on():
        return ""
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier)
    return carrier.get("traceparent", "")


def context_of(text: str) -> Any:
    """The context for a span that follows from it; one without a parent for a text that is none."""
    from opentelemetry.context import Context
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    return TraceContextTextMapPropagator().extract({"traceparent": text}, Context())
