"""``report(error, "what failed")``: for whoever catches an error so that other work goes on."""

from collections.abc import Callable
from typing import Any

import structlog

from marketplace.observability.logs.failure import failure_facts
from marketplace.observability.metrics.instruments import counter

log = structlog.get_logger("marketplace.failure")
_failures = counter("failures", "Errors that nobody expected, by what failed.", ["what"])
_send: Callable[[BaseException, str, dict[str, Any]], None] | None = None


def send_by(send: Callable[[BaseException, str, dict[str, Any]], None] | None) -> None:
    """Where reports go besides the log; ``None`` for nowhere."""
    global _send  # one a process, set at start-up
    _send = send


def report(error: BaseException, what: str, **facts: Any) -> None:
    """Log, count and send. ``what`` is one of few constant texts; ``facts`` are ids and names, nothing of a person."""
    _failures.labels(what).inc()
    log.error(what, **{**failure_facts(error), **facts})
    if _send is not None:
        _send(error, what, facts)
