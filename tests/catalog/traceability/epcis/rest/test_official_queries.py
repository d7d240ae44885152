"""The official examples asked for again, and every parameter that GS1's own descriptions name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from catalog.traceability.epcis.capture.capture_event import DuplicateEvent, capture_event
from catalog.traceability.epcis.hash.pre_hash import pre_hash
from catalog.traceability.epcis.query.parameters import parameter_of
from catalog.traceability.epcis.rest.answer import answer
from catalog.traceability.epcis.rights.viewer import Viewer
from tests.factories.epcis import rest
from tests.factories.sellers import make_seller

OFFICIAL = Path(__file__).parents[6] / "shared/data/epcis"
EPCS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
CLASSES = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
CONTROLS = {"orderBy", "orderDirection", "eventCountLimit", "maxEventCount", "@context", "perPage", "nextPageToken"}
OF_SUBSCRIPTIONS = {"second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek", "reportIfEmpty", "stream",
                    "initialRecordTime"}  # fmt: skip

pytestmark = pytest.mark.skipif(not OFFICIAL.exists(), reason="only on a machine with the official material")


def asked(name: str, value: str, viewer: Viewer) -> list[tuple[dict[str, Any], Any]]:
    given = answer(rest("GET", "/events", query={name: (value,), "perPage": ("1000",)}, viewer=viewer))
    assert given.status == 200, (name, given.body)
    document = json.loads(given.body)
    listed = document["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    return [(event, document["@context"]) for event in listed]


def questions(event: dict[str, Any]) -> list[tuple[str, str]]:
    """Everything that must lead back to the event."""
    found = [("MATCH_anyEPC", epc) for key in EPCS for epc in event.get(key, [])]
    found += [("MATCH_anyEPCClass", one["epcClass"]) for key in CLASSES for one in event.get(key, [])]
    found += [("MATCH_parentID", event["parentID"])] if "parentID" in event else []
    found += [("EQ_bizStep", event["bizStep"])] if "bizStep" in event else []
    found += [("EQ_disposition", event["disposition"])] if "disposition" in event else []
    found += [(f"EQ_{key}", event[key]["id"]) for key in ("readPoint", "bizLocation") if key in event]
    found += [
        (f"EQ_bizTransaction_{one['type']}", one["bizTransaction"]) for one in event.get("bizTransactionList", [])
    ]
    for element in event.get("sensorElementList", []):
        found += [("EQ_type", report["type"]) for report in element["sensorReport"]]
        found += [(f"EQ_value_{report['uom']}", str(report["value"])) for report in element["sensorReport"]]
    return [("EQ_eventID", event["eventID"]), ("eventType", event["type"]), *found]


@pytest.mark.django_db
def test_official_examples_are_found_by_all_they_say() -> None:
    seller = make_seller()
    viewer, captured, tried = Viewer.of_sellers([seller.pk]), [], 0
    for file in sorted((OFFICIAL / "examples").glob("*.jsonld")):
        document = json.loads(file.read_text(encoding="utf-8"))
        body = document["epcisBody"]
        for event in body.get("eventList") or body["queryResults"]["resultsBody"]["eventList"]:
            try:
                capture_event(event, context=document["@context"], seller=seller)
            except DuplicateEvent:
                continue  # some examples repeat each other's events
            captured.append((event, pre_hash(event, document["@context"])))
    for event, canonical in captured:
        for name, value in dict.fromkeys(questions(event)):
            found = {pre_hash(one, context) for one, context in asked(name, value, viewer)}
            assert canonical in found, (event["eventID"], name, value)
            tried += 1
    assert len(captured) >= 10
    assert tried >= 100
    below = answer(rest("GET", f"/epcs/{quote('urn:epc:id:sgtin:0614141.107346.2018', safe='')}/events", viewer=viewer))
    assert len(json.loads(below.body)["epcisBody"]["queryResults"]["resultsBody"]["eventList"]) >= 2


def test_every_parameter_of_the_official_openapi_is_known() -> None:
    described = json.loads((OFFICIAL / "openapi.json").read_text(encoding="utf-8"))["components"]["parameters"]
    names = {one["name"] for one in described.values() if one["in"] == "query"} - CONTROLS - OF_SUBSCRIPTIONS
    assert len(names) > 45
    assert {name for name in names if parameter_of(name) is None} == set()


def test_every_parameter_and_family_of_the_official_query_schema_is_known() -> None:
    schema = json.loads((OFFICIAL / "query-schema.json").read_text(encoding="utf-8"))["definitions"]["EPCIS-Query"]
    assert {name for name in schema["properties"] if name not in CONTROLS and parameter_of(name) is None} == set()
    families = [_member(pattern) for pattern in schema["patternProperties"]]
    assert len(families) > 100
    assert {name for name in families if parameter_of(name) is None} == set()


def _member(pattern: str) -> str:
    """Of a family given as a regular expression, which the schema writes with doubled backslashes."""
    plain = pattern.strip("^$").replace("[a-z][a-zA-Z0-9]*", "ex").replace("[a-z][a-zA-Z0-9_]+", "owning_party")
    plain = (
        plain.replace("[A-Z0-9]{2,4}", "KGM").replace("\\\\:", "\\:").replace("\\\\w+", "name").replace("\\w+", "name")
    )
    return re.sub(r"^EQ_bizTransaction_.*", "EQ_bizTransaction_po", plain)
