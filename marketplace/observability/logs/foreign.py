"""Other libraries' lines. Their texts are made of values we don't know: a path with a token in it, a quoted error."""

import logging
from collections.abc import MutableMapping
from typing import Any

_TEMPLATE_ONLY = (
    "django.request",
    "django.security",
    "django.db",
    "celery.app.trace",
    "psycopg",
    "gunicorn",
)
"""Loggers whose messages repeat what came in: an address, a statement, an error's text."""


def without_foreign_values(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor: of these loggers, and of whatever comes with an error, only the text without its values is kept."""
    record = line.get("_record")
    if isinstance(record, logging.LogRecord):
        line["event"] = _said(record, str(line["event"]), bool(line.get("exc_info")))
    return line


def _said(record: logging.LogRecord, filled_in: str, has_error: bool) -> str:
    if not has_error and not record.name.startswith(_TEMPLATE_ONLY):
        return filled_in
    return str(record.msg) if "%" in str(record.msg) else record.name
