"""What is refused as an event, each case by its name; and that nothing of the official examples is."""

import json
from pathlib import Path
from typing import Any

import pytest

from catalog.traceability.epcis.validate.event_problems import event_problems
from tests.factories.epcis import CONTEXT, LOT, event_document

DATA = Path(__file__).parents[6] / "shared/data/epcis"
EPC = "urn:epc:id:sgtin:4012345.011111.9876"
PALLET = "urn:epc:id:sscc:4012345.0000000111"
PACKING: dict[str, Any] = {
    "type": "AggregationEvent", "parentID": PALLET, "childEPCs": [EPC], "quantityList": None, "bizStep": "packing",
}  # fmt: skip
MAKING: dict[str, Any] = {
    "type": "TransformationEvent", "action": None, "quantityList": None,
    "inputQuantityList": [{"epcClass": LOT}], "outputEPCList": [EPC],
}  # fmt: skip
SENSOR = [{"sensorMetadata": {"deviceID": "urn:epc:id:giai:4000001.111"}, "sensorReport": [{"type": "Temperature"}]}]
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no type": ({"type": None}, "/type"),
    "another type": ({"type": "MovingEvent"}, "/type"),
    "a type that is no text": ({"type": ["ObjectEvent"]}, "/type"),
    "no time": ({"eventTime": None}, "/eventTime"),
    "a time without a zone": ({"eventTime": "2026-10-02T08:00:00"}, "/eventTime"),
    "a day that never was": ({"eventTime": "2026-02-30T08:00:00Z"}, "/eventTime"),
    "a time before time": ({"eventTime": "0001-01-01T00:00:00+14:00"}, "/eventTime"),
    "a bad offset": ({"eventTimeZoneOffset": "+7"}, "/eventTimeZoneOffset"),
    "no action": ({"action": None}, "/action"),
    "a small action": ({"action": "add"}, "/action"),
    "an action that a transformation has not": ({**MAKING, "action": "ADD"}, "/action"),
    "no thing": ({"quantityList": None}, ""),
    "an empty list of things": ({"quantityList": []}, ""),
    "an item that is no identifier": ({"epcList": ["chair 7"]}, "/epcList/0"),
    "an item with a blank": ({"epcList": ["urn:x:chair 7"]}, "/epcList/0"),
    "an item twice": ({"epcList": [EPC, EPC]}, "/epcList"),
    "a list that is none": ({"epcList": EPC}, "/epcList"),
    "a quantity of nothing": ({"quantityList": [{"quantity": 1}]}, "/quantityList/0/epcClass"),
    "a quantity in words": ({"quantityList": [{"epcClass": LOT, "quantity": "1"}]}, "/quantityList/0/quantity"),
    "a quantity below nothing": ({"quantityList": [{"epcClass": LOT, "quantity": -1}]}, "/quantityList/0/quantity"),
    "a quantity that is true": ({"quantityList": [{"epcClass": LOT, "quantity": True}]}, "/quantityList/0/quantity"),
    "a quantity beyond all": ({"quantityList": [{"epcClass": LOT, "quantity": 1e40}]}, "/quantityList/0/quantity"),
    "a unit in words": ({"quantityList": [{"epcClass": LOT, "uom": "kilo"}]}, "/quantityList/0/uom"),
    "a stranger in a quantity": ({"quantityList": [{"epcClass": LOT, "ex:no": 1}]}, "/quantityList/0/ex:no"),
    "a step of no vocabulary": ({"bizStep": "polishing"}, "/bizStep"),
    "a step in the words of XML": ({"bizStep": "urn:epcglobal:cbv:bizstep:shipping"}, "/bizStep"),
    "a step of the vocabulary that it has not": ({"bizStep": "cbv:BizStep-polishing"}, "/bizStep"),
    "a step with an unknown prefix": ({"bizStep": "other:polishing"}, "/bizStep"),
    "a state of no vocabulary": ({"disposition": "lovely"}, "/disposition"),
    "a lasting state of no vocabulary": (
        {"persistentDisposition": {"set": ["lovely"]}},
        "/persistentDisposition/set/0",
    ),
    "no lasting state": ({"persistentDisposition": {}}, "/persistentDisposition"),
    "a place without an id": ({"readPoint": {"ex:name": "Gate"}}, "/readPoint/id"),
    "a place that is a text": ({"bizLocation": "urn:epc:id:sgln:4012345.00001.0"}, "/bizLocation"),
    "a source without a type": ({"sourceList": [{"source": "urn:x:a"}]}, "/sourceList/0/type"),
    "a source with a type of none": (
        {"sourceList": [{"type": "friend", "source": "urn:x:a"}]},
        "/sourceList/0/type",
    ),
    "a paper without a number": (
        {"bizTransactionList": [{"type": "po"}]},
        "/bizTransactionList/0/bizTransaction",
    ),
    "a field without a namespace": ({"wood": "ash"}, "/wood"),
    "a field with an unknown prefix": ({"other:wood": "ash"}, "/other:wood"),
    "a nested field without a namespace": ({"ex:wood": {"kind": "ash"}}, "/ex:wood/kind"),
    "master data without a namespace": ({"ilmd": {"wood": "ash"}}, "/ilmd/wood"),
    "master data of what is there already": ({"action": "OBSERVE", "ilmd": {"ex:wood": "ash"}}, "/ilmd"),
    "packing of nothing": ({**PACKING, "childEPCs": []}, ""),
    "packing into nothing": ({**PACKING, "parentID": None}, "/parentID"),
    "items in a packing": ({**PACKING, "epcList": [EPC]}, "/epcList"),
    "joining to nothing": ({**PACKING, "type": "AssociationEvent", "parentID": None}, "/parentID"),
    "a transaction of none": ({"type": "TransactionEvent"}, "/bizTransactionList"),
    "a transaction without papers": ({"type": "TransactionEvent", "bizTransactionList": []}, "/bizTransactionList"),
    "making without outputs": ({**MAKING, "outputEPCList": []}, ""),
    "making of and into nothing": (
        {**MAKING, "transformationID": "urn:x:1", "inputQuantityList": None, "outputEPCList": None},
        "",
    ),
    "an error without a moment": (
        {"errorDeclaration": {"reason": "did_not_occur"}},
        "/errorDeclaration/declarationTime",
    ),
    "an error for no reason": (
        {"errorDeclaration": {"declarationTime": "2026-10-03T08:00:00Z", "reason": "oops"}},
        "/errorDeclaration/reason",
    ),
    "a sensor that says nothing": ({"sensorElementList": [{"sensorReport": []}]}, "/sensorElementList/0/sensorReport"),
    "a sensor of no kind": (
        {"sensorElementList": [{"sensorReport": [{"type": "Mood", "value": 1}]}]},
        "/sensorElementList/0/sensorReport/0/type",
    ),
    "a value in words": (
        {"sensorElementList": [{"sensorReport": [{"type": "Temperature", "value": "warm"}]}]},
        "/sensorElementList/0/sensorReport/0/value",
    ),
    "sensors at no place, of no thing": ({"quantityList": None, "sensorElementList": SENSOR}, ""),
    "the standard's prefix for another": ({"@context": {"cbv": "https://mine.example/"}}, "/@context/cbv"),
    "a context that is a number": ({"@context": [1]}, "/@context/0"),
    "a character that nothing keeps": ({"ex:note": "a\0b"}, "/ex:note"),
    "half a character": ({"ex:note": "\ud800"}, "/ex:note"),
    "a number that is none": ({"ex:value": float("inf")}, "/ex:value"),
    "names that are too long together": ({"ex:a": {"ex:" + "b" * 150: {"ex:" + "c" * 150: 1}}}, "/ex:a/"),
    "an identifier without end": ({"epcList": ["urn:x:" + "1" * 500]}, "/epcList/0"),
}  # fmt: skip


def test_every_wrong_event_is_refused_where_it_is_wrong() -> None:
    missed = {}
    for name, (change, path) in WRONG.items():
        found = [problem.path for problem in event_problems(event_document(**change), CONTEXT)]
        if not any(at == path or (path.endswith("/") and at.startswith(path)) for at in found):
            missed[name] = found
    assert not missed
    assert len(WRONG) >= 25


def test_nothing_but_objects_are_events() -> None:
    for value in (None, 1, "ObjectEvent", [event_document()]):
        assert [problem.path for problem in event_problems(value)] == [""]


def test_depth_is_bounded() -> None:
    deep: Any = "ash"
    for _ in range(40):
        deep = {"ex:a": deep}
    assert "too deep" in str(event_problems(event_document(**{"ex:wood": deep}), CONTEXT)[0])


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"bizStep": "ex:polishing"},
        {"bizStep": "https://words.moc-an.example/polishing"},
        {"bizStep": "cbv:BizStep-shipping"},
        {"disposition": "https://ref.gs1.org/cbv/Disp-in_transit"},
        {"quantityList": None, "epcList": []},
        {"quantityList": None, "sensorElementList": SENSOR, "readPoint": {"id": "urn:x:gate", "ex:shift": 2}},
        {"ilmd": {"ex:wood": {"ex:species": ["Hevea", {"@value": "Acacia"}]}, "cbvmda:lotNumber": "LO-1"}},
        {"@context": {"other": "https://other.example/"}, "other:wood": "ash", "https://third.example/x": 1},
        {"certificationInfo": ["https://fsc.example/1", "https://pefc.example/2"]},
        PACKING,
        {**PACKING, "action": "DELETE", "childEPCs": None},
        {**PACKING, "action": "OBSERVE", "parentID": None},
        MAKING,
        {**MAKING, "transformationID": "urn:x:1", "outputEPCList": None},
    ],
)
def test_right_events_are_taken(change: dict[str, Any]) -> None:
    assert event_problems(event_document(**change), CONTEXT) == []


def test_no_official_example_is_refused() -> None:
    if not DATA.exists():
        pytest.skip("only on a machine with the official examples beside the checkout")
    files = sorted([*(DATA / "examples").glob("*.jsonld"), *(DATA / "hash").glob("*.jsonld")])
    assert len(files) >= 14
    for file in files:
        document = json.loads(file.read_text(encoding="utf-8"))
        body = document["epcisBody"]
        events = body.get("eventList") or body["queryResults"]["resultsBody"]["eventList"]
        assert [event_problems(event, document["@context"]) for event in events] == [[]] * len(events), file.name
