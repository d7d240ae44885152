"""Celery: a task is work under the id of the request that asked for it, and the log is written our way."""

from typing import Any

from celery import signals

from marketplace.observability import work
from marketplace.observability.cause import cause, following

HEADER = "marketplace_cause"
_open: dict[str, Any] = {}


def connect() -> None:
    """Call it once where the Celery app is made."""
    signals.setup_logging.connect(_keep_our_logging, weak=False, dispatch_uid="marketplace.observability")
    signals.before_task_publish.connect(_send_cause, weak=False, dispatch_uid="marketplace.observability")
    signals.task_prerun.connect(_begin, weak=False, dispatch_uid="marketplace.observability")
    signals.task_postrun.connect(_end, weak=False, dispatch_uid="marketplace.observability")
    signals.worker_ready.connect(_listen, weak=False, dispatch_uid="marketplace.observability")


def _keep_our_logging(**_: Any) -> None:
    """That somebody is connected is what keeps Celery from setting up its own."""


def _listen(**_: Any) -> None:
    from django.conf import settings

    if settings.METRICS_LISTEN is not None:
        from marketplace.observability.metrics.listen import listen

        listen(settings.METRICS_LISTEN)


def _send_cause(*, headers: dict[str, Any] | None = None, **_: Any) -> None:
    known = cause()
    if headers is not None and known is not None and work.current.get() is not None:
        headers[HEADER] = known


def _begin(*, task_id: str, task: Any, **_: Any) -> None:
    caused_by = getattr(task.request, HEADER, None) or (task.request.headers or {}).get(HEADER)
    entered = following("task", task.name, caused_by)
    entered.__enter__()
    _open[task_id] = entered


def _end(*, task_id: str, **_: Any) -> None:
    entered = _open.pop(task_id, None)
    if entered is not None:
        entered.__exit__(None, None, None)
