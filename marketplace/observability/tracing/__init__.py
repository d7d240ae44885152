"""Traces in OpenTelemetry's protocol, where ``OTEL_EXPORTER_OTLP_ENDPOINT`` names a collector; otherwise nothing."""
