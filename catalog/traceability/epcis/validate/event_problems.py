"""``event_problems``: everything that is wrong with one event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.validate.problem import Problem

_REQUIRED = ("type", "eventTime", "eventTimeZoneOffset")


def event_problems(document: Any, context: Any = None) -> list[Problem]:
    """``context`` is the ``@context`` of the document around it. Empty for an event that can be kept."""
    if not isinstance(document, Mapping):
        return [Problem("", "an event is an object")]
    problems = [Problem(f"/{name}", "is missing") for name in _REQUIRED if name not in document]
    if not problems and document["type"] not in EventType.values:
        problems.append(Problem("/type", "is none of the five types of events"))
    return problems
