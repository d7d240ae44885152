"""The objects inside an event: which fields they have, which they need, and whether somebody's own may stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.traceability.epcis.validate import values
from catalog.traceability.epcis.validate.names import length_around, own_name_problem, own_problems
from catalog.traceability.epcis.validate.problem import Problem, pointer
from catalog.traceability.epcis.validate.values import Check, Prefixes


@dataclass(frozen=True, slots=True)
class Shape:
    fields: Mapping[str, Check | Shape | Many]
    required: Sequence[str] = ()
    is_open: bool = False
    """Whether extensions may stand there."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    of: Check | Shape
    least: int = 0
    is_set: bool = False
    """Whether each may stand there once alone."""


Kind = Check | Shape | Many


def problems_of(value: Any, kind: Kind, prefixes: Prefixes, path: str = "") -> Iterator[Problem]:
    if isinstance(kind, Shape):
        yield from _object(value, kind, prefixes, path)
    elif isinstance(kind, Many):
        yield from _list(value, kind, prefixes, path)
    elif fact := kind(value, prefixes):
        yield Problem(path, fact)


def _object(value: Any, shape: Shape, prefixes: Prefixes, path: str) -> Iterator[Problem]:
    if not isinstance(value, Mapping):
        yield Problem(path, "is no object")
        return
    yield from (Problem(f"{path}/{name}", "is missing") for name in shape.required if name not in value)
    for name, inner in value.items():
        where = f"{path}/{pointer(name)}"
        if name in shape.fields:
            yield from problems_of(inner, shape.fields[name], prefixes, where)
        elif not shape.is_open:
            yield Problem(where, "does not belong here")
        elif fact := own_name_problem(name, prefixes):
            yield Problem(where, fact)
        else:
            yield from own_problems(inner, prefixes, where, length_around(name, prefixes))


def _list(value: Any, kind: Many, prefixes: Prefixes, path: str) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem(path, "is no list")
        return
    if len(value) < kind.least:
        yield Problem(path, "is empty")
    if kind.is_set and len({str(one) for one in value}) < len(value):
        yield Problem(path, "names one and the same twice")
    for number, one in enumerate(value):
        yield from problems_of(one, kind.of, prefixes, f"{path}/{number}")


QUANTITY = Shape({"epcClass": values.uri, "quantity": values.amount, "uom": values.unit}, ("epcClass",))
PLACE = Shape({"id": values.uri}, ("id",), is_open=True)
LASTING = Shape(
    {side: Many(values.word("Disp"), least=1, is_set=True) for side in ("set", "unset")},
)
ERROR = Shape(
    {
        "declarationTime": values.time,
        "reason": values.word("ER"),
        "correctiveEventIDs": Many(values.event_id),
    },
    ("declarationTime",),
    is_open=True,
)
BUSINESS_TRANSACTION = Shape({"type": values.word("BTT"), "bizTransaction": values.uri}, ("bizTransaction",))
SOURCE = Shape({"type": values.word("SDT"), "source": values.uri}, ("type", "source"))
DESTINATION = Shape({"type": values.word("SDT"), "destination": values.uri}, ("type", "destination"))
_SAID_BY_DEVICES: dict[str, Kind] = {
    "deviceID": values.uri, "deviceMetadata": values.uri, "rawData": values.uri, "dataProcessingMethod": values.uri,
    "bizRules": values.uri, "time": values.time,
}  # fmt: skip
METADATA = Shape({**_SAID_BY_DEVICES, "startTime": values.time, "endTime": values.time}, is_open=True)
REPORT = Shape(
    {
        **_SAID_BY_DEVICES,
        "type": values.measured, "exception": values.alert, "microorganism": values.uri,
        "chemicalSubstance": values.uri, "coordinateReferenceSystem": values.uri,
        "component": values.word("Comp"), "stringValue": values.text, "booleanValue": values.truth,
        "hexBinaryValue": values.hexadecimal, "uriValue": values.uri, "uom": values.text,
        **dict.fromkeys(("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"), values.number),
    },
    ("type",),
    is_open=True,
)  # fmt: skip
SENSOR = Shape({"sensorMetadata": METADATA, "sensorReport": Many(REPORT, least=1)}, ("sensorReport",), is_open=True)
ILMD = Shape({}, is_open=True)
_COMMON: dict[str, Kind] = {
    "@context": lambda value, prefixes: "",
    "type": values.text,
    "eventTime": values.time,
    "recordTime": values.time,
    "eventTimeZoneOffset": values.offset,
    "eventID": values.event_id,
    "certificationInfo": values.uris,
    "errorDeclaration": ERROR,
    "bizStep": values.word("BizStep"),
    "disposition": values.word("Disp"),
    "readPoint": PLACE,
    "bizLocation": PLACE,
    "bizTransactionList": Many(BUSINESS_TRANSACTION),
    "sourceList": Many(SOURCE),
    "destinationList": Many(DESTINATION),
    "sensorElementList": Many(SENSOR),
}
_ALWAYS = ("type", "eventTime", "eventTimeZoneOffset")
_ONCE, _COUNTED, _MANY = Many(values.uri, is_set=True), Many(QUANTITY), Many(values.uri)
_PACKED: dict[str, Kind] = {"parentID": values.uri, "childEPCs": _MANY, "childQuantityList": _COUNTED}


def _event(further: Mapping[str, Kind], *required: str) -> Shape:
    return Shape({**_COMMON, **further}, (*_ALWAYS, *required), is_open=True)


EVENTS: Mapping[str, Shape] = {
    "ObjectEvent": _event(
        {
            "action": values.action, "epcList": _ONCE, "quantityList": _COUNTED, "persistentDisposition": LASTING,
            "ilmd": ILMD,
        },
        "action",
    ),
    "AggregationEvent": _event({"action": values.action, **_PACKED}, "action"),
    "AssociationEvent": _event({"action": values.action, **_PACKED}, "action", "parentID"),
    "TransactionEvent": _event(
        {
            "action": values.action, "parentID": values.uri, "epcList": _MANY, "quantityList": _COUNTED,
            "bizTransactionList": Many(BUSINESS_TRANSACTION, least=1),
        },
        "action", "bizTransactionList",
    ),
    "TransformationEvent": _event(
        {
            "inputEPCList": _ONCE, "inputQuantityList": _COUNTED, "outputEPCList": _ONCE,
            "outputQuantityList": _COUNTED, "transformationID": values.uri, "persistentDisposition": LASTING,
            "ilmd": ILMD,
        },
    ),
}  # fmt: skip
