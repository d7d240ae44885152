"""Documents as they come in: envelopes, bare events, answers of other repositories, and what is no document."""

import json
from typing import Any

import pytest

from catalog.traceability.epcis.documents.read_body import UnknownMediaType, read_body
from catalog.traceability.epcis.validate.problem import InvalidEvent
from tests.factories.epcis import CONTEXT, epcis_document, event_document

JSON = "application/json"


def read(value: Any) -> Any:
    return read_body(JSON, json.dumps(value).encode())


def query_document(*events: Any) -> dict[str, Any]:
    results = {"queryName": "SimpleEventQuery", "resultsBody": {"eventList": list(events)}}
    return {"@context": CONTEXT, "type": "EPCISQueryDocument", "epcisBody": {"queryResults": results}}


def test_the_three_kinds_of_documents() -> None:
    event = event_document()
    document = read(epcis_document(event))
    assert (document.events, document.context) == ((event,), CONTEXT)
    assert document.path_of(0) == "/epcisBody/eventList/0"
    assert read(query_document(event)).events == (event,)
    assert read(query_document(event)).path_of(2).endswith("/resultsBody/eventList/2")
    bare = read({**event, "@context": CONTEXT})
    assert bare.events[0]["@context"] == CONTEXT
    assert bare.path_of(0) == ""


def test_json_ld_is_read_with_its_parameters_and_other_media_are_not() -> None:
    body = json.dumps(epcis_document(event_document())).encode()
    assert len(read_body('application/ld+json; profile="https://a.example/"', body).events) == 1
    assert len(read_body("APPLICATION/JSON", b"\xef\xbb\xbf" + body).events) == 1
    for unknown in ("text/plain", "", "application/jsonx"):
        with pytest.raises(UnknownMediaType):
            read_body(unknown, body)


def test_what_is_no_document_is_refused_where_it_is_wrong() -> None:
    event = event_document()
    cases: dict[str, tuple[Any, str]] = {
        "nothing": (None, ""),
        "a list": ([event], ""),
        "no type": ({}, "/type"),
        "another type": ({"type": "Letter"}, "/type"),
        "a bare event without a context": (event, "/@context"),
        "no context": (epcis_document(event) | {"@context": None}, "/@context"),
        "a context that takes the standard's prefix": (
            epcis_document(event, **{"@context": [{"epcis": "https://x.example/"}]}),
            "/@context/0/epcis",
        ),
        "version 1.2": (epcis_document(event, schemaVersion="1.2"), "/schemaVersion"),
        "a day without a time": (epcis_document(event, creationDate="2026-11-01"), "/creationDate"),
        "no body": (epcis_document(event, epcisBody={}), "/epcisBody/eventList"),
        "an event instead of a list": (epcis_document(event, epcisBody={"eventList": event}), "/epcisBody/eventList"),
        "a stranger": (epcis_document(event, eventList=[event]), "/eventList"),
        "master data without an id": (
            epcis_document(event, epcisHeader={"epcisMasterData": {"vocabularyList": [{"vocabularyElementList": []}]}}),
            "/epcisHeader/epcisMasterData/vocabularyList/0/type",
        ),
        "results without a name": (
            query_document(event) | {"epcisBody": {"queryResults": {"resultsBody": {"eventList": []}}}},
            "/epcisBody/queryResults/queryName",
        ),
    }
    missed = {}
    for name, (value, path) in cases.items():
        try:
            read({key: part for key, part in value.items() if part is not None} if isinstance(value, dict) else value)
            missed[name] = ["taken"]
        except InvalidEvent as invalid:
            if path not in (found := [problem.path for problem in invalid.problems]):
                missed[name] = found
    assert not missed


def test_what_is_no_json_is_refused_with_its_place() -> None:
    for body, fact in (
        (b"", "line 1"), (b'{"type":', "line 1"), (b"\xff\xfe", "UTF-8"), (b"[" * 100_000, "too deep"),
        (b'{"a": NaN}', "NaN"), (b'{"a": 1, "a": 2}', "twice"), (b'{"a": ' + b"1" * 5000 + b"}", "too great"),
    ):  # fmt: skip
        with pytest.raises(InvalidEvent, match=fact):
            read_body(JSON, body)


def test_one_wrong_event_does_not_spoil_reading_the_others() -> None:
    assert len(read(epcis_document(event_document(), {"type": "Nothing"}, 7)).events) == 3
