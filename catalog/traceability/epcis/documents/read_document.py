"""``read_document``: an EPCISDocument, an EPCISQueryDocument or one bare event, with its envelope checked.

The events themselves are checked when they are captured: one bad event among good ones is a matter of the job's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.traceability.epcis.documents.document import EventDocument
from catalog.traceability.epcis.documents.vocabularies import VOCABULARIES
from catalog.traceability.epcis.namespaces import prefixes_of
from catalog.traceability.epcis.validate import values
from catalog.traceability.epcis.validate.bounds import bound_problems
from catalog.traceability.epcis.validate.context_problems import context_problems
from catalog.traceability.epcis.validate.problem import InvalidEvent, Problem
from catalog.traceability.epcis.validate.shapes import EVENTS, Many, Shape, problems_of
from catalog.traceability.epcis.validate.values import Check, Prefixes


def read_document(value: Any) -> EventDocument:
    """Raises `InvalidEvent`."""
    if not isinstance(value, Mapping) or not isinstance(value.get("type"), str):
        raise InvalidEvent([Problem("/type" if isinstance(value, Mapping) else "", "is no EPCIS document")])
    kind = value["type"]
    if kind in EVENTS:
        return _bare_event(value)
    if kind not in _ENVELOPES:
        raise InvalidEvent([Problem("/type", "is no EPCIS document and none of the five types of events")])
    problems = list(_envelope_problems(value, _ENVELOPES[kind]))
    if problems:
        raise InvalidEvent(problems[:_MOST])
    return _query_results(value) if kind == "EPCISQueryDocument" else _document(value)


def _bare_event(value: Mapping[str, Any]) -> EventDocument:
    if "@context" not in value:
        raise InvalidEvent([Problem("/@context", "is missing: an event that stands alone has its own")])
    return EventDocument(events=(value,))


def _document(value: Mapping[str, Any]) -> EventDocument:
    header = value.get("epcisHeader", {})
    return EventDocument(
        events=tuple(value["epcisBody"]["eventList"]),
        context=value["@context"],
        vocabularies=tuple(header.get("epcisMasterData", {}).get("vocabularyList", ())),
        events_at="/epcisBody/eventList",
    )


def _query_results(value: Mapping[str, Any]) -> EventDocument:
    results = value["epcisBody"]["queryResults"]["resultsBody"]
    return EventDocument(
        events=tuple(results["eventList"]),
        context=value["@context"],
        vocabularies=tuple(results.get("vocabularyList", ())),
        events_at="/epcisBody/queryResults/resultsBody/eventList",
    )


def _envelope_problems(value: Mapping[str, Any], shape: Shape) -> Iterator[Problem]:
    context = value.get("@context")
    found = list(context_problems(context)) if context is not None else []
    around = {key: part for key, part in value.items() if key != "epcisBody"}
    yield from (found or bound_problems(around))
    if not found:
        yield from problems_of(value, shape, prefixes_of(context))


def _version(value: Any, prefixes: Prefixes) -> str:
    is_two = isinstance(value, str) and (value == "2" or value.startswith("2."))
    return "" if is_two and value.replace(".", "").isdecimal() else "is no version 2 of EPCIS"


def _anything(value: Any, prefixes: Prefixes) -> str:
    return ""


_MOST = 20
_EVENT: Check = _anything
_MASTER_DATA = Shape({"vocabularyList": VOCABULARIES})
_HEADER = Shape({"epcisMasterData": _MASTER_DATA}, is_open=True)
_RESULTS_BODY = Shape({"eventList": Many(_EVENT), "vocabularyList": VOCABULARIES}, ("eventList",), is_open=True)
_RESULTS = Shape(
    {"queryName": values.text, "subscriptionID": values.text, "resultsBody": _RESULTS_BODY},
    ("queryName", "resultsBody"),
    is_open=True,
)
_ENVELOPES = {
    "EPCISDocument": Shape(
        {
            "@context": _anything, "type": values.text, "id": values.event_id, "schemaVersion": _version,
            "creationDate": values.time, "instanceIdentifier": values.text, "sender": values.text,
            "receiver": values.text, "epcisHeader": _HEADER,
            "epcisBody": Shape({"eventList": Many(_EVENT)}, ("eventList",), is_open=True),
        },
        ("@context", "type", "schemaVersion", "creationDate", "epcisBody"),
        is_open=True,
    ),
    "EPCISQueryDocument": Shape(
        {
            "@context": _anything, "type": values.text, "id": values.event_id, "schemaVersion": _version,
            "creationDate": values.time, "epcisBody": Shape({"queryResults": _RESULTS}, ("queryResults",)),
        },
        ("@context", "type", "epcisBody"),
        is_open=True,
    ),
}  # fmt: skip
