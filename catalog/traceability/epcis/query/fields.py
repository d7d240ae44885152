"""Conditions on fields of others' own names: extensions, ILMD, what is in error declarations, places and sensors."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.db.models.functions import Right

from catalog.traceability.epcis.event_rows import EventField, FieldScope
from catalog.traceability.epcis.query.compare import one_of_scalars, ordered
from catalog.traceability.epcis.query.condition import EVERYTHING, Asked, Condition, Through
from catalog.traceability.epcis.query.patterns import begins

SCOPES: dict[str, tuple[str, str, str]] = {
    "": (FieldScope.EXTENSION, "", ""),
    "ILMD_": (FieldScope.ILMD, "", "ilmd"),
    "ERROR_DECLARATION_": (FieldScope.ERROR, "", "errorDeclaration"),
    "readPoint_": (FieldScope.READ_POINT, "", "readPoint"),
    "bizLocation_": (FieldScope.BIZ_LOCATION, "", "bizLocation"),
    "SENSORELEMENT_": (FieldScope.SENSOR, "sensorElement/", "sensorElementList"),
    "SENSORMETADATA_": (FieldScope.SENSOR, "sensorMetadata/", "sensorElementList"),
    "SENSORREPORT_": (FieldScope.SENSOR, "sensorReport/", "sensorElementList"),
}
"""Part of a family's name -> scope of its rows, how their paths begin, and the event's field around them."""
OWN = frozenset({"", "ILMD_"})
"""Where a seller may keep single fields from others."""


def named(part: str) -> Callable[[Asked], Condition]:
    """A field right there: ``EQ_ILMD_ex:lot``. ``asked.rest`` is its expanded name."""
    scope, start, around = SCOPES[part]

    def asked_for(asked: Asked) -> Condition:
        rows = EventField.objects.filter(Q(scope=scope, path=f"{start}{asked.rest}", is_inner=False), _said(asked))
        found = Q(pk__in=rows.values("event_id"))
        field = asked.rest if not part else f"ilmd/{asked.rest}" if part == "ILMD_" else around
        return Condition(asked.parameter, (field,), lambda _through: found)

    return asked_for


def inner(part: str) -> Callable[[Asked], Condition]:
    """A field at any depth inside others': ``EQ_INNER_ex:name``."""
    scope, start, around = SCOPES[part]
    everything = f"ilmd/{EVERYTHING}" if part == "ILMD_" else EVERYTHING if not part else around

    def asked_for(asked: Asked) -> Condition:
        # Compared letter by letter: SQLite's LIKE would take capitals for small ones.
        name = f"/{asked.rest}"
        rows = EventField.objects.annotate(ending=Right("path", len(name)))
        rows = rows.filter(Q(scope=scope, is_inner=True, ending=name), _said(asked))
        if start:
            rows = rows.filter(begins("path", start))
        return Condition(asked.parameter, (everything,), lambda through: _inside(rows, through))

    return asked_for


def _said(asked: Asked) -> Q:
    """EXISTS asks for the row alone."""
    if asked.operator == "EXISTS":
        return Q()
    return one_of_scalars(asked.values) if asked.operator == "EQ" else ordered(asked.operator, asked.values[0])


def _inside(rows: QuerySet[EventField], through: Through) -> Q:
    """Inside any of the named fields, or inside whichever is none of those to go without."""
    names, without = through.fields, through.without
    if not any(EVERYTHING in name for name in names):
        if not any(":" in name for name in names):
            return Q(pk__in=rows.values("event_id"))
        inside = Q(pk__in=[])
        for name in names:
            inside |= begins("path", _path(name))
        return Q(pk__in=rows.filter(inside).values("event_id"))
    for name in without:
        if name not in names:
            rows = rows.exclude(begins("path", _path(name)))
    return Q(pk__in=rows.values("event_id"))


def _path(field: str) -> str:
    return field.removeprefix("ilmd/") + "/"
