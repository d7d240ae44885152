"""What is told of a running installation, and to whom: log, metrics, traces, error reports."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from marketplace.environment import words

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_SHORTEST_TOKEN = 24


@dataclass(frozen=True, slots=True)
class Watching:
    log_level: str
    slow_statement_milliseconds: int
    """From here on a statement is logged as slow; 0 logs none."""
    metrics_token: str | None = field(repr=False)
    """Who may read ``/metrics``: ``Authorization: Bearer``. Without it there is no such page."""
    metrics_dir: Path | None
    """A folder of this host in which processes add up what they count, emptied before they start."""
    metrics_listen: tuple[str, int] | None
    """Where a worker answers Prometheus, which has no pages of its own."""
    traces_endpoint: str | None
    """Where the SDK sends traces; it reads this and its other variables itself."""
    sentry_dsn: str | None = field(repr=False)
    release: str = ""
    """Which build runs, for error reports."""


def watching(variables: Mapping[str, str]) -> Watching:
    """Raises ``ValueError`` naming the variable that is wrong."""
    folder = variables.get("PROMETHEUS_MULTIPROC_DIR") or None
    return Watching(
        log_level=_level(variables.get("LOG_LEVEL") or "INFO"),
        slow_statement_milliseconds=words.count("SLOW_STATEMENT_MILLISECONDS", variables, "200"),
        metrics_token=_token(variables.get("METRICS_TOKEN") or None),
        metrics_dir=Path(folder) if folder else None,
        metrics_listen=_listen(variables.get("METRICS_LISTEN") or None),
        traces_endpoint=_traces_endpoint(variables),
        sentry_dsn=_dsn(variables.get("SENTRY_DSN") or None),
        release=variables.get("RELEASE") or "",
    )


def _level(text: str) -> str:
    if text.upper() not in LEVELS:
        raise ValueError(f"LOG_LEVEL must be one of {', '.join(LEVELS)}, not {text!r}")
    return text.upper()


def _token(text: str | None) -> str | None:
    if text is not None and (len(text) < _SHORTEST_TOKEN or not text.isascii() or not text.isprintable()):
        raise ValueError(f"METRICS_TOKEN must have at least {_SHORTEST_TOKEN} characters of ASCII")
    return text


def _listen(text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError("METRICS_LISTEN must be an address and a port, as 127.0.0.1:9101")
    return host.strip("[]"), int(port)


def _traces_endpoint(variables: Mapping[str, str]) -> str | None:
    if variables.get("OTEL_SDK_DISABLED", "").lower() == "true" or variables.get("OTEL_TRACES_EXPORTER") == "none":
        return None
    url = variables.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") or variables.get("OTEL_EXPORTER_OTLP_ENDPOINT") or None
    if url is not None and not re.match(r"https?://[^/]", url):
        raise ValueError("OTEL_EXPORTER_OTLP_ENDPOINT must begin with http:// or https://")
    return url


def _dsn(text: str | None) -> str | None:
    if text is not None and not re.fullmatch(r"https?://[^/@\s]+@[^/\s]+/\S*\d+", text):
        raise ValueError("SENTRY_DSN must look like https://key@host/number")
    return text
