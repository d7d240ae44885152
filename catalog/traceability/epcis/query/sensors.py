"""Conditions on sensors' reports. All of one query are asked of one and the same report (EPCIS 2.0, 8.2.7.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from catalog.traceability.epcis.event_rows import EventField, FieldScope
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.query.compare import compared, measured, one_of_scalars, ordered
from catalog.traceability.epcis.query.condition import Asked, Condition, ReportRows

MEASURED = ("value", "minValue", "maxValue", "meanValue", "sDev", "percValue")
IN_REPORTS = ("type", "microorganism", "chemicalSubstance", "stringValue", "booleanValue", "hexBinaryValue", "uriValue")
IN_EITHER = ("deviceID", "dataProcessingMethod", "time")
"""Of the metadata of an element, or of one of its reports."""
IN_METADATA = ("startTime", "endTime", "bizRules")
_WORDS = frozenset({"type"})
_IDENTIFIERS = frozenset(
    {"deviceID", "dataProcessingMethod", "bizRules", "uriValue", "chemicalSubstance", "microorganism"}
)
_AROUND = ("sensorElementList",)
_REPORT = "sensorReport/"
_METADATA = "sensorMetadata/"
_GS1 = "https://gs1.org/voc/"


def report_value(asked: Asked) -> Condition:
    """``EQ_type``, ``EQ_stringValue``, …: said in a report."""
    wanted = [_canonical(asked.rest, value) for value in asked.values]
    return _of_report(asked, lambda rows: rows.filter(path=_REPORT + asked.rest, text__in=wanted))


def report_flag(asked: Asked) -> Condition:
    text = "true" if asked.values[0] else "false"
    return _of_report(asked, lambda rows: rows.filter(path=_REPORT + asked.rest, text=text))


def report_number(asked: Asked) -> Condition:
    """``GE_percRank``, which has no unit."""
    condition = compared("number", asked.operator, asked.values[0])
    return _of_report(asked, lambda rows: rows.filter(condition, path=_REPORT + asked.rest))


def report_field(asked: Asked) -> Condition:
    """``EQ_SENSORREPORT_ex:name``: a report's field of somebody's own."""
    said = Q() if asked.operator == "EXISTS" else _compared(asked)
    return _of_report(asked, lambda rows: rows.filter(said, path=_REPORT + asked.rest, is_inner=False))


def measured_value(name: str) -> Callable[[Asked], Condition]:
    """``GE_value_CEL``: in any unit of the same dimension, as the report itself says it."""

    def asked_for(asked: Asked) -> Condition:
        condition = measured("number", "unit", asked.operator, asked.values, asked.rest)
        return _of_report(
            asked, lambda rows: rows.filter(path=_REPORT + name).annotate(unit=_unit()).filter(condition)
        )  # fmt: skip

    return asked_for


def said_of_sensor(asked: Asked) -> Condition:
    """``EQ_deviceID``, ``EQ_bizRules``: of an element's metadata, or of a report where that may say it too."""
    wanted = [_canonical(asked.rest, value) for value in asked.values]
    return _of_element(asked, Q(path__in=_paths(asked.rest), text__in=wanted))


def sensor_time(asked: Asked) -> Condition:
    found = compared("time", asked.operator, asked.values[0])
    return _of_element(asked, found & Q(path__in=_paths(asked.rest)))


def same_report(reports: Sequence[ReportRows]) -> Q:
    """Events with a report that meets all of these."""
    rows = reports[0](_rows())
    for narrow in reports[1:]:
        rows = rows.filter(Exists(narrow(_rows().filter(event=OuterRef("event"), place=OuterRef("place")))))
    return Q(pk__in=rows.values("event_id"))


def _of_report(asked: Asked, narrow: ReportRows) -> Condition:
    return Condition(asked.parameter, _AROUND, lambda _through: same_report([narrow]), narrow)


def _of_element(asked: Asked, condition: Q) -> Condition:
    rows = _rows().filter(condition)
    return Condition(asked.parameter, _AROUND, lambda _through: Q(pk__in=rows.values("event_id")))


def _compared(asked: Asked) -> Q:
    return one_of_scalars(asked.values) if asked.operator == "EQ" else ordered(asked.operator, asked.values[0])


def _rows() -> QuerySet[EventField]:
    return EventField.objects.filter(scope=FieldScope.SENSOR)


def _unit() -> Any:
    said = _rows().filter(event=OuterRef("event"), place=OuterRef("place"), path=f"{_REPORT}uom")
    return Subquery(said.values("text")[:1])


def _paths(name: str) -> list[str]:
    return [_METADATA + name, *([_REPORT + name] if name in IN_EITHER else [])]


def _canonical(name: str, value: str) -> str:
    if name in _WORDS and ":" not in value:
        return _GS1 + value
    return canonical_uri(value) if name in _IDENTIFIERS | _WORDS else value
