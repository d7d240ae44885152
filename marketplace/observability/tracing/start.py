"""Start sending traces. The standard variables decide all of it: ``OTEL_EXPORTER_OTLP_ENDPOINT``, ``…_HEADERS``,
``OTEL_SERVICE_NAME``, ``OTEL_RESOURCE_ATTRIBUTES``, ``OTEL_TRACES_SAMPLER``; the protocol is HTTP with protobuf."""

from typing import Any

from marketplace.observability.tracing import spans

SERVICE = "binh-duong-marketplace"


def start() -> None:
    """Servers that fork do so after this: each child sends by a thread of its own, begun by the SDK after a fork."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    use_processor(BatchSpanProcessor(OTLPSpanExporter()))


def use_processor(processor: Any) -> Any:
    """Make spans and give them to ``processor``; returns what has to be shut down at the end."""
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource
    from opentelemetry.sdk.trace import TracerProvider

    resource = Resource.create({"service.name": SERVICE}).merge(OTELResourceDetector().detect())
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(processor)
    spans.use(provider.get_tracer("marketplace"))
    return provider
