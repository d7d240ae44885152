"""The canonical form of events: the reference cases, and what must and must not change it."""

import json
from pathlib import Path
from typing import Any

import pytest

from catalog.traceability.epcis.hash.event_hash import event_hash, hash_uri
from catalog.traceability.epcis.hash.pre_hash import pre_hash
from catalog.traceability.epcis.hash.values import canonical_time

CASES = Path(__file__).parents[5] / "shared/data/epcis/hash"
CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"ex": "https://ns.example.org/words/"}]
EVENT: dict[str, Any] = {
    "type": "ObjectEvent",
    "eventID": "urn:uuid:1",
    "eventTime": "2026-11-22T15:00:00+07:00",
    "recordTime": "2026-11-22T15:00:01+07:00",
    "eventTimeZoneOffset": "+07:00",
    "epcList": ["urn:epc:id:sgtin:4012345.011111.9876", "https://example.org/01/04012345111118/21/12?17=271231"],
    "quantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.011111.4444", "quantity": 10.50, "uom": "KGM"}],
    "action": "ADD",
    "bizStep": "commissioning",
    "readPoint": {"id": "urn:epc:id:sgln:4012345.00011.0", "ex:shift": " night "},
    "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:4012345.00000"}],
    "ilmd": {"ex:wood": {"ex:species": ["Hevea", "Acacia"]}, "ex:area": 2.0},
    "ex:isCopy": False,
}
CANONICAL = (
    "eventType=ObjectEventeventTime=2026-11-22T08:00:00.000ZeventTimeZoneOffset=+07:00"
    "epcListepc=https://id.gs1.org/01/04012345111118/21/12epc=https://id.gs1.org/01/04012345111118/21/9876"
    "quantityListquantityElementepcClass=https://id.gs1.org/01/04012345111118/10/4444quantity=10.5uom=KGM"
    "action=ADDbizStep=https://ref.gs1.org/cbv/BizStep-commissioning"
    "readPointid=https://id.gs1.org/414/4012345000115{https://ns.example.org/words/}shift=night"
    "sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=https://id.gs1.org/417/4012345000009"
    "ilmd{https://ns.example.org/words/}area=2"
    "{https://ns.example.org/words/}wood{https://ns.example.org/words/}species=Acacia"
    "{https://ns.example.org/words/}species=Hevea"
    "{https://ns.example.org/words/}isCopy=false"
)


def test_every_reference_case_has_its_canonical_form_and_its_hash() -> None:
    if not CASES.exists():
        pytest.skip("the reference cases of event hashes do not lie beside this checkout")
    files = sorted(CASES.glob("*.jsonld"))
    assert len(files) >= 5
    for file in files:
        document = json.loads(file.read_text(encoding="utf-8"))
        forms = file.with_suffix(".prehashes").read_text(encoding="utf-8").split("\n")
        hashes = file.with_suffix(".hashes").read_text(encoding="utf-8").split()
        events = document["epcisBody"]["eventList"]
        assert [pre_hash(event, document["@context"]) for event in events] == [form for form in forms if form.strip()]
        assert [hash_uri(event_hash(event, document["@context"])) for event in events] == hashes


def test_one_event_in_full() -> None:
    assert pre_hash(EVENT, CONTEXT) == CANONICAL


@pytest.mark.parametrize(
    "change",
    [
        {"eventID": "urn:uuid:2"},
        {"recordTime": "2027-01-01T00:00:00Z"},
        {"errorDeclaration": {"declarationTime": "2027-01-01T00:00:00Z", "reason": "did_not_occur"}},
        {"eventTime": "2026-11-22T08:00:00.0004Z"},
        {"epcList": list(reversed(EVENT["epcList"]))},
        {"bizStep": "urn:epcglobal:cbv:bizstep:commissioning"},
        {"bizStep": "cbv:BizStep-commissioning"},
        {"readPoint": {"ex:shift": "night", "id": "https://example.org/414/4012345000115"}},
        {"@context": [{"mine": "https://ns.example.org/words/"}], "ex:isCopy": None, "mine:isCopy": False},
    ],
)
def test_the_same_facts_written_otherwise_have_the_same_hash(change: dict[str, Any]) -> None:
    other = {key: value for key, value in {**EVENT, **change}.items() if value is not None}
    assert event_hash(other, CONTEXT) == event_hash(EVENT, CONTEXT)


@pytest.mark.parametrize(
    "change",
    [
        {"eventTime": "2026-11-22T15:00:00.001+07:00"},
        {"eventTimeZoneOffset": "+08:00"},
        {"epcList": EVENT["epcList"][:1]},
        {"action": "OBSERVE"},
        {"quantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.011111.4444", "quantity": 10.51, "uom": "KGM"}]},
        {"ilmd": {"ex:area": 2}},
        {"ex:isCopy": True},
        {"ex:more": {"ex:deep": [1, {"ex:deeper": "x"}]}},
        {"certificationInfo": "https://example.org/certificate"},
        {"persistentDisposition": {"set": ["recalled"]}},
    ],
)
def test_other_facts_have_another_hash(change: dict[str, Any]) -> None:
    assert event_hash({**EVENT, **change}, CONTEXT) != event_hash(EVENT, CONTEXT)


def test_times_are_rounded_half_up_to_milliseconds() -> None:
    assert canonical_time("2023-01-18T12:04:03.1415+01:00") == "2023-01-18T11:04:03.142Z"
    assert canonical_time("2023-12-31T23:59:59.9995Z") == "2024-01-01T00:00:00.000Z"
    assert canonical_time("2023-01-18T11:04:03Z") == "2023-01-18T11:04:03.000Z"
    assert canonical_time("no time") == "no time"
