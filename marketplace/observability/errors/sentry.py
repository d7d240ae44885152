"""Error reports to a Sentry. What leaves is what the log has: kinds of errors and where; no texts, values, addresses.

The SDK's own integrations are off: they would look into requests, and each report is made here.
"""

from typing import Any

from marketplace.observability import work
from marketplace.observability.errors.report import send_by
from marketplace.observability.logs.private_values import without_private_values
from marketplace.observability.logs.scrub import scrubbed
from marketplace.observability.requests import route_of

UNSENT = ("request", "user", "server_name", "modules", "breadcrumbs", "extra", "sys.argv")
_FRAME = ("filename", "function", "module", "lineno", "in_app")


def start(dsn: str, *, release: str, environment: str, **options: Any) -> None:
    """``options`` are the SDK's, for a test."""
    import sentry_sdk
    from django.core.signals import got_request_exception

    sentry_sdk.init(
        dsn,
        release=release or None,
        environment=environment,
        default_integrations=False,
        auto_enabling_integrations=False,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="",
        before_send=before_send,
        **options,
    )
    got_request_exception.connect(_failed_request, dispatch_uid="marketplace.observability.sentry")
    send_by(_send)


def before_send(event: Any, _hint: Any) -> Any:
    """The event with only what may leave."""
    for name in UNSENT:
        event.pop(name, None)
    for error in event.get("exception", {}).get("values", ()):
        error["value"] = ""  # it may quote what somebody typed, or a row
        frames = error.get("stacktrace", {}).get("frames", ())
        frames[:] = [{key: frame[key] for key in _FRAME if key in frame} for frame in frames]
        error["mechanism"] = {"type": "generic", "handled": True}
    if "message" in event:
        event["message"] = without_private_values(str(event["message"]))
    event["tags"] = scrubbed(event.get("tags", {}))
    return event


def _send(error: BaseException, what: str, facts: dict[str, Any]) -> None:
    import sentry_sdk

    doing = work.current.get()
    tags = {"what": what, **{key: str(value)[:200] for key, value in facts.items()}}
    if doing is not None:
        tags |= {"request_id": doing.request_id, "operation": doing.operation, doing.kind: doing.name}
        tags |= {key: str(value) for key, value in doing.facts.items()}
    with sentry_sdk.new_scope() as scope:
        scope.set_tags(tags)
        scope.capture_exception(error)


def _failed_request(*, request: Any = None, **_: Any) -> None:
    import sys

    error = sys.exc_info()[1]
    if error is not None:
        route = route_of(request) if request is not None else ""
        _send(error, "request failed", {"route": route})
