"""A collector of traces on this machine: it takes OTLP over HTTP and reads the protobuf."""

from dataclasses import dataclass
from typing import Any, Self

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.peers.webhook_receiver.server import WebhookReceiver


@dataclass(frozen=True)
class Span:
    name: str
    trace: str
    id: str
    parent: str
    kind: int
    attributes: dict[str, Any]
    service: str
    is_error: bool


class Collector(WebhookReceiver):
    """``with Collector() as collector:`` listens at ``collector.endpoint``; `spans` are all that came."""

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1/traces"

    def spans(self) -> list[Span]:
        return [span for post in self.received for span in _read(post.body)]

    def __enter__(self) -> Self:
        super().__enter__()
        self.mood.answer = b""
        return self


def _read(body: bytes) -> list[Span]:
    request = ExportTraceServiceRequest.FromString(body)
    found = []
    for resource in request.resource_spans:
        service = _values(resource.resource.attributes).get("service.name", "")
        for scope in resource.scope_spans:
            found += [_span(span, service) for span in scope.spans]
    return found


def _span(span: Any, service: str) -> Span:
    return Span(
        name=span.name,
        trace=span.trace_id.hex(),
        id=span.span_id.hex(),
        parent=span.parent_span_id.hex(),
        kind=span.kind,
        attributes=_values(span.attributes),
        service=service,
        is_error=span.status.code == 2,
    )


def _values(attributes: Any) -> dict[str, Any]:
    return {pair.key: getattr(pair.value, pair.value.WhichOneof("value")) for pair in attributes}
