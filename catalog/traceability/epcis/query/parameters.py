"""Every parameter of the query language (EPCIS 2.0, 8.2.7.1, with the families of its query schema), in one table.

A family is a beginning of names: what follows is a field's name, a unit or a type. The description of the interface is
made from this table, and so is what the oracle of the tests knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from catalog.traceability.epcis.query import attributes, columns, fields, sensors, things
from catalog.traceability.epcis.query.compare import ORDERS
from catalog.traceability.epcis.query.condition import Asked, Condition
from catalog.traceability.epcis.query.values import Kind

Make = Callable[[Asked], Condition]


class Rest(Enum):
    """What follows the name of a family."""

    NOTHING = "nothing"
    FIELD = "field"
    """``ex:name`` with a prefix that the query knows, or the whole URI."""
    UNIT = "unit"
    """A code of UN/ECE Recommendation 20."""
    TYPE = "type"
    """A word of the vocabulary, or a URI."""
    ATTRIBUTE = "attribute"
    """A field of an event and, for ``EQ_ATTR_``, the name of an attribute of what it names."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """``rest`` of the name that a parameter without a family hands to ``make`` is ``about``."""

    name: str
    operator: str
    kind: Kind
    make: Make
    follows: Rest = Rest.NOTHING
    about: str = ""

    def matches(self, name: str) -> bool:
        if self.follows is Rest.NOTHING:
            return name == self.name
        return len(name) > len(self.name) and name.startswith(self.name)


SHAPES = {
    Rest.UNIT: re.compile(r"[A-Z0-9]{2,4}", re.ASCII),
    Rest.TYPE: re.compile(r"[A-Za-z][^|\s]{0,299}"),
    Rest.FIELD: re.compile(r"[A-Za-z][A-Za-z0-9+.-]*\\?:[^|\s]{1,300}"),
    Rest.ATTRIBUTE: re.compile(r"[A-Za-z][^|\s]{0,399}"),
}


def _columns() -> Iterator[Parameter]:
    yield Parameter("eventType", "EQ", Kind.TEXTS, columns.event_type)
    yield Parameter("EQ_action", "EQ", Kind.TEXTS, columns.action)
    yield Parameter("EQ_eventID", "EQ", Kind.TEXTS, columns.event_id)
    yield Parameter("EQ_transformationID", "EQ", Kind.TEXTS, columns.transformation)
    yield Parameter("EQ_correctiveEventID", "EQ", Kind.TEXTS, columns.corrective_event)
    yield Parameter("EXISTS_errorDeclaration", "EXISTS", Kind.FLAG, columns.error_declared)
    yield Parameter("EXISTS_sensorElementList", "EXISTS", Kind.FLAG, columns.sensors_there)
    for name, (vocabulary, column, field) in columns.KINDS_OF_WORDS.items():
        yield Parameter(name, "EQ", Kind.TEXTS, columns.worded(vocabulary, column, field))
    for name in columns.TIMES:
        for operator in ("GE", "LT"):
            yield Parameter(f"{operator}_{name}", operator, Kind.TIME, columns.time, about=name)
    for side in ("set", "unset"):
        name = f"EQ_persistentDisposition_{side}"
        yield Parameter(name, "EQ", Kind.TEXTS, columns.lasting, about=side)
    for name in columns.PLACES:
        for operator in ("EQ", "WD"):
            yield Parameter(f"{operator}_{name}", operator, Kind.TEXTS, columns.place, about=name)
    for name in ("bizTransaction", "source", "destination"):
        yield Parameter(f"EQ_{name}_", "EQ", Kind.TEXTS, columns.link(name), Rest.TYPE)


def _things() -> Iterator[Parameter]:
    for name in things.MATCHED:
        yield Parameter(name, "EQ", Kind.TEXTS, things.matched)
    for operator in ("EQ", *ORDERS):
        kind = Kind.NUMBERS if operator == "EQ" else Kind.NUMBER
        yield Parameter(f"{operator}_quantity", operator, kind, things.quantity)
        yield Parameter(f"{operator}_quantity_", operator, kind, things.quantity_in_unit, Rest.UNIT)


def _sensors() -> Iterator[Parameter]:
    for name in sensors.IN_REPORTS:
        flag = name == "booleanValue"
        make = sensors.report_flag if flag else sensors.report_value
        yield Parameter(f"EQ_{name}", "EQ", Kind.FLAG if flag else Kind.TEXTS, make, about=name)
    for name in ("deviceID", "dataProcessingMethod", "bizRules"):
        yield Parameter(f"EQ_{name}", "EQ", Kind.TEXTS, sensors.said_of_sensor, about=name)
    for name in ("time", "startTime", "endTime"):
        for operator in ("GE", "LT"):
            yield Parameter(f"{operator}_{name}", operator, Kind.TIME, sensors.sensor_time, about=name)
    for operator in ORDERS:
        yield Parameter(f"{operator}_percRank", operator, Kind.NUMBER, sensors.report_number, about="percRank")
    for name in sensors.MEASURED:
        for operator in ("EQ", *ORDERS):
            kind = Kind.NUMBERS if operator == "EQ" else Kind.NUMBER
            measured = sensors.measured_value(name)
            yield Parameter(f"{operator}_{name}_", operator, kind, measured, Rest.UNIT)


def _fields() -> Iterator[Parameter]:
    kinds = {"EQ": Kind.SCALARS, **dict.fromkeys(ORDERS, Kind.ORDERED), "EXISTS": Kind.FLAG}
    for part in fields.SCOPES:
        for operator, kind in kinds.items():
            direct = sensors.report_field if part == "SENSORREPORT_" else fields.named(part)
            yield Parameter(f"{operator}_{part}", operator, kind, direct, Rest.FIELD)
            yield Parameter(f"{operator}_INNER_{part}", operator, kind, fields.inner(part), Rest.FIELD)
    yield Parameter("HASATTR_", "EXISTS", Kind.TEXTS, attributes.has_attribute, Rest.ATTRIBUTE)
    for name in ("EQ_ATTR_", "EQATTR_"):
        yield Parameter(name, "EQ", Kind.SCALARS, attributes.attribute_equals, Rest.ATTRIBUTE)


ALL: tuple[Parameter, ...] = (*_columns(), *_things(), *_sensors(), *_fields())
_EXACT = {parameter.name: parameter for parameter in ALL if parameter.follows is Rest.NOTHING}
_FAMILIES = sorted(
    (parameter for parameter in ALL if parameter.follows is not Rest.NOTHING),
    key=lambda parameter: -len(parameter.name),
)


def parameter_of(name: str) -> tuple[Parameter, str] | None:
    """The parameter of a name, and what follows that of its family. The longest name that fits, by its shape, wins."""
    if name in _EXACT:
        return _EXACT[name], _EXACT[name].about
    for family in _FAMILIES:
        rest = name.removeprefix(family.name)
        if family.matches(name) and SHAPES[family.follows].fullmatch(rest):
            return family, rest
    return None
