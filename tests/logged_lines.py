"""Everything that any logger writes, as production writes it, and everything in the database that must not be in it."""

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from django.apps import apps
from django.db import models

from marketplace.observability.logs import configure

PRIVATE_FIELDS = re.compile(
    r"email|first_name|last_name|full_name|contact_name|holder|recipient|company_name|legal_name|street_address|phone|"
    r"postal_code|token|secret|iban|account_number|password|tax_code"
)
SHORTEST = 5
"""Shorter values are words of everyday, and stand in the names of files."""


class Lines:
    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def entries(self) -> list[dict[str, Any]]:
        """Every line is one JSON object."""
        return [json.loads(line) for line in self.text.splitlines()]

    def of(self, event: str) -> list[dict[str, Any]]:
        return [entry for entry in self.entries if entry["event"] == event]


@contextmanager
def logged_lines() -> Iterator[Lines]:
    """Write as production does, from all loggers and threads, into memory."""
    lines = Lines()
    processors, root = structlog.get_config()["processors"], logging.getLogger()
    kept, handlers, write = list(processors), root.handlers[:], configure.write
    handler = configure.ToStandardError()
    handler.setFormatter(configure.formatter(as_json=True))
    processors[:] = configure.steps(as_json=True)  # in place: loggers keep this very list
    # Not standard error itself: pytest puts its own there between a fixture and its test.
    root.handlers, configure.write = [handler], lambda line: print(line, file=lines.stream)
    try:
        yield lines
    finally:
        processors[:], root.handlers, configure.write = kept, handlers, write


def private_values() -> set[str]:
    """Names, addresses, numbers and secrets of everybody in the database, by the names of their columns."""
    found: set[str] = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField)) and PRIVATE_FIELDS.search(field.name):
                values = model._default_manager.values_list(field.name, flat=True).distinct()
                found |= {str(value) for value in values if value}
    return {value for value in found if len(value) >= SHORTEST}


def leaked(text: str, values: set[str]) -> list[str]:
    """Which of the values stand in the text, as whole words, however they are written."""
    folded = text.casefold()
    near = [value for value in values if value.casefold() in folded]
    return sorted(v for v in near if re.search(rf"(?<!\w){re.escape(v.casefold())}(?!\w)", folded))
