"""Condition: what one parameter asks of events, and which fields of theirs it would tell about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from catalog.traceability.epcis.event_rows import EventField
from catalog.traceability.epcis.rights.viewer import Viewer

EVERYTHING = "*"
"""Among the fields of a condition: fields of others' own names, whichever they are."""
ReportRows = Callable[["QuerySet[EventField]"], "QuerySet[EventField]"]


@dataclass(frozen=True, slots=True)
class Through:
    """By which fields an event may be found, and (for `EVERYTHING`) by which it may not, in whose eyes."""

    fields: tuple[str, ...]
    without: tuple[str, ...]
    viewer: Viewer


@dataclass(frozen=True, slots=True)
class Condition:
    """An event meets it through any one of ``fields``; ``among`` makes the condition through some of them alone.

    Whoever may not see a field must not find events by it: see ``visibility.py``. ``report`` narrows rows of sensor
    reports instead: all such conditions of a query are asked of one and the same report.
    """

    parameter: str
    fields: tuple[str, ...]
    among: Callable[[Through], Q]
    report: ReportRows | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A parameter as it was asked. ``rest`` is what of its name follows that of its family."""

    parameter: str
    operator: str
    rest: str
    values: tuple[Any, ...]


def of_column(asked: Asked, field: str, q: Q) -> Condition:
    return Condition(asked.parameter, (field,), lambda _through: q)
