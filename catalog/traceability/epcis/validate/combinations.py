"""Which fields of an event need, or forbid, which others (EPCIS 2.0, section 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.traceability.epcis.validate.problem import Problem

Event = Mapping[str, Any]


def combination_problems(event: Event) -> Iterator[Problem]:
    """Of an event whose single fields are right."""
    yield from _OF_TYPE[event["type"]](event)
    if "persistentDisposition" in event and not event["persistentDisposition"]:
        yield Problem("/persistentDisposition", "neither sets nor unsets anything")


def _object(event: Event) -> Iterator[Problem]:
    senses = event.get("sensorElementList") and "readPoint" in event
    if "epcList" not in event and not event.get("quantityList") and not senses:
        yield Problem("", "says of no thing what happened: no epcList, quantityList, or sensors at a readPoint")
    if "ilmd" in event and event["action"] != "ADD":
        yield Problem("/ilmd", "only things that come into being have it: with action ADD")


def _packing(event: Event) -> Iterator[Problem]:
    is_whole = event["action"] == "DELETE"
    if not event.get("childEPCs") and not event.get("childQuantityList") and not is_whole:
        yield Problem("", "has no children: no childEPCs or childQuantityList")
    if "parentID" not in event and event["action"] != "OBSERVE":
        yield Problem("/parentID", "is missing: only observed things may be in something unknown")


def _transaction(event: Event) -> Iterator[Problem]:
    if "epcList" not in event and not event.get("quantityList") and event["action"] != "DELETE":
        yield Problem("", "ties no thing to the transaction: no epcList or quantityList")


def _transformation(event: Event) -> Iterator[Problem]:
    has_inputs = event.get("inputEPCList") or event.get("inputQuantityList")
    has_outputs = event.get("outputEPCList") or event.get("outputQuantityList")
    if "transformationID" in event:
        if not has_inputs and not has_outputs:
            yield Problem("", "has neither inputs nor outputs")
    elif not has_inputs or not has_outputs:
        yield Problem("", "has not both inputs and outputs, and no transformationID that other events complete it by")


_OF_TYPE = {
    "ObjectEvent": _object,
    "AggregationEvent": _packing,
    "AssociationEvent": _packing,
    "TransactionEvent": _transaction,
    "TransformationEvent": _transformation,
}
