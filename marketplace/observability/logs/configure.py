"""Set up structlog and the standard library's logging so that both write the same lines to standard error."""

import logging
import sys
from collections.abc import Sequence
from typing import Any

import orjson
import structlog

from marketplace.observability.logs.about_work import about_work
from marketplace.observability.logs.failure import without_texts
from marketplace.observability.logs.foreign import without_foreign_values
from marketplace.observability.logs.scrub import scrub

QUIET = {
    "celery.app.trace": "ERROR",  # one line for each task is written by this project
    "celery.worker.strategy": "WARNING",
    "django.server": "CRITICAL",  # access logs repeat addresses, and those may hold tokens
    "gunicorn.access": "CRITICAL",
    "granian.access": "CRITICAL",
    "_granian.access": "CRITICAL",
    "uvicorn.access": "CRITICAL",
    "waitress.queue": "ERROR",
    "elastic_transport": "WARNING",
    "urllib3": "WARNING",
    "httpx": "WARNING",
    "httpcore": "WARNING",
    "stripe": "ERROR",
    "deepl": "WARNING",
    "botocore": "WARNING",
    "boto3": "WARNING",
    "s3transfer": "WARNING",
    "fontTools": "WARNING",
    "PIL": "WARNING",
    "opentelemetry": "WARNING",
}
"""Below this level these libraries write addresses, bodies or nothing of use."""


def logging_settings(*, as_json: bool, level: str) -> dict[str, Any]:
    """Django's ``LOGGING``: one handler for everything; nobody is mailed, nothing is written beside it."""
    names = {"django": {"handlers": [], "level": "INFO", "propagate": True}}
    names |= {name: {"handlers": [], "level": least, "propagate": True} for name, least in QUIET.items()}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter, "as_json": as_json}},
        "handlers": {"stderr": {"class": f"{__name__}.ToStandardError", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": names,
    }


def configure(*, as_json: bool, level: str) -> None:
    """Have structlog write lines; safe to call twice."""
    structlog.configure(
        processors=steps(as_json=as_json),
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=lambda *_names: _LINES,
        cache_logger_on_first_use=True,
    )


def steps(*, as_json: bool) -> list[Any]:
    """What happens to a line of ours, in order."""
    return [structlog.processors.add_log_level, *_steps(as_json), renderer(as_json)]


def formatter(*, as_json: bool) -> structlog.stdlib.ProcessorFormatter:
    """What other libraries log, as lines of ours."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name],
        processors=[
            without_foreign_values,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *_steps(as_json),
            renderer(as_json),
        ],
    )


def _steps(as_json: bool) -> Sequence[Any]:
    failures = [without_texts] if as_json else [structlog.processors.StackInfoRenderer()]
    return (about_work, structlog.processors.TimeStamper(fmt="iso", utc=True), *failures, scrub)


def renderer(as_json: bool) -> Any:
    """One JSON object a line; for people a coloured line, where somebody looks on."""
    if as_json:
        return _as_json
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)


def _as_json(_logger: Any, _method: str, line: Any) -> str:
    return orjson.dumps(line, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def write(line: str) -> None:
    """The one way out, a whole line at once. Standard error is asked for anew, since servers replace it."""
    sys.stderr.write(line + "\n")


class Lines:
    """What structlog takes for a logger."""

    def msg(self, line: str) -> None:
        write(line)

    debug = info = warning = warn = error = critical = fatal = exception = log = failure = err = msg


_LINES = Lines()


class ToStandardError(logging.Handler):
    """The same way out for the standard library's loggers."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            _LINES.msg(self.format(record))
        except Exception:  # as every handler of the standard library: a log that fails stops no work
            self.handleError(record)
