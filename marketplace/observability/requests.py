"""The outermost middleware: each request has an id, one line in the log, its figures and its span.

The line says the pattern of the address, never the address: what stands in its place may be a token.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import structlog

from marketplace.observability import work
from marketplace.observability.metrics.instruments import counter, duration
from marketplace.observability.metrics.process import note_memory
from marketplace.observability.tracing import spans

log = structlog.get_logger("marketplace.request")
HEADER = "X-Request-ID"
NO_ROUTE = "none"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OFTEN_ASKED = frozenset({"health", "health/live", "health/ready", "metrics"})
"""Asked by machines every few seconds: counted, but logged only when they fail."""

_answers = duration("request", "Time to answer.", ["method", "route", "status"])
_statements = counter("request_statements", "SQL statements of requests.", ["route"])
_statement_seconds = counter("request_statement_seconds", "Time that requests waited for SQL.", ["route"])


class Observed:
    """Wraps everything, so that the log also has what other middleware answers."""

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        doing = work.Work("request", request_id=work.accepted_request_id(request.META.get("HTTP_X_REQUEST_ID", "")))
        token = work.current.set(doing)
        started = perf_counter()
        status = 500
        try:
            response = self._traced(request, doing) if spans.is_on() else self.get_response(request)
            status = response.status_code
            response.headers[HEADER] = doing.request_id
            return response
        finally:
            _settle(request, doing, status, perf_counter() - started)
            work.current.reset(token)

    def _traced(self, request: Any, doing: work.Work) -> Any:
        method = _method(request)
        caused_by = request.META.get("HTTP_TRACEPARENT") or None
        with spans.span(method, kind=spans.SERVER, caused_by=caused_by, http_request_method=method) as span:
            response = self.get_response(request)
            route = route_of(request)
            span.update_name(f"{method} {route}")
            span.set_attribute("http.route", route)
            span.set_attribute("http.response.status_code", response.status_code)
            span.set_attribute("request.id", doing.request_id)
            return response

    def process_view(self, request: Any, _view: Any, _args: Any, _kwargs: Any) -> None:
        """The route is known from here on: what is logged meanwhile can say it."""
        doing = work.current.get()
        if doing is not None:
            doing.name = route_of(request)


def route_of(request: Any) -> str:
    """The pattern that the address matched: ``documents/<str:token>``; of a regular expression its name."""
    match = request.resolver_match
    if match is None:
        return NO_ROUTE
    return f"~{match.view_name}" if "^" in match.route else match.route or "/"


def _method(request: Any) -> str:
    return request.method if request.method in METHODS else "OTHER"


def _settle(request: Any, doing: work.Work, status: int, seconds: float) -> None:
    method, route = _method(request), route_of(request)
    _answers.labels(method, route, str(status)).observe(seconds)
    if doing.statements:
        _statements.labels(route).inc(doing.statements)
        _statement_seconds.labels(route).inc(doing.statement_seconds)
    note_memory()
    write = log.error if status >= 500 else log.debug if route in OFTEN_ASKED else log.info
    write(
        "request",
        method=method,
        route=route,
        status=status,
        milliseconds=round(seconds * 1000, 1),
        statements=doing.statements,
    )
