"""EPCIS in XML becomes what the same would be in JSON."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client

from catalog.traceability.epcis.capture.capture_event import capture_events
from catalog.traceability.epcis.capture.work import capture_waiting
from catalog.traceability.epcis.documents.read_body import read_body
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.hash.event_hash import event_hash, hash_uri
from catalog.traceability.epcis.master_data.master_datum import MasterDatum
from catalog.traceability.epcis.validate.problem import InvalidEvent
from marketplace.accounts.tokens import issue_tokens
from tests.catalog.traceability.epcis.xml.documents import (
    COMMISSIONED,
    COUNTED,
    HEADER_1_2,
    MEASURED,
    TRANSFORMED,
    document,
)
from tests.factories.sellers import make_member, make_seller

SHARED = Path(__file__).parents[6] / "shared" / "data" / "epcis" / "hash"


def test_xml_and_json_of_one_document_are_the_same_events() -> None:
    """GS1's own pair: every event has one hash, and it is the one that is written beside them."""
    name = "epcisDocWithVariousEventTypes"
    if not SHARED.exists():
        pytest.skip("only on a machine with the shared data")
    xml = read_body("application/xml", (SHARED / f"{name}.xml").read_bytes())
    twin = read_body("application/ld+json", (SHARED / f"{name}.jsonld").read_bytes())
    hashes = [hash_uri(event_hash(event, xml.context)) for event in xml.events]
    assert len(hashes) == 13
    assert hashes == [hash_uri(event_hash(event, twin.context)) for event in twin.events]
    assert hashes == (SHARED / f"{name}.hashes").read_text().split()


def test_release_1_2_with_its_extensions() -> None:
    read = read_body("text/xml; charset=utf-8", document(COMMISSIONED, COUNTED, TRANSFORMED, header=HEADER_1_2))
    made, counted, transformed = read.events
    assert made == {
        "type": "ObjectEvent",
        "eventTime": "2026-10-02T08:30:00.000+07:00",
        "eventTimeZoneOffset": "+07:00",
        "eventID": "urn:uuid:1c6d9f0e-5f39-4c1a-8f62-0c9d1f2a7b11",
        "errorDeclaration": {
            "declarationTime": "2026-10-03T01:00:00.000Z",
            "reason": "incorrect_data",
            "correctiveEventIDs": ["urn:uuid:5a3f3f0a-04bf-4d6a-9a26-11f5b0e5c001"],
        },
        "epcList": [],
        "action": "ADD",
        "bizStep": "commissioning",
        "disposition": "active",
        "readPoint": {"id": "urn:epc:id:sgln:8938505.97002.0"},
        "bizLocation": {"id": "urn:epc:id:sgln:8938505.97002.0"},
        "bizTransactionList": [
            {"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:8938505970028:PO-7"},
            {"bizTransaction": "urn:epcglobal:cbv:bt:8938505970028:8"},
        ],
        "quantityList": [{"epcClass": "urn:epc:class:lgtin:8938505.097001.LO-1", "quantity": 12.5, "uom": "KGM"}],
        "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:8938505.97003"}],
        "ilmd": {"own:wood": {"own:species": "Hevea brasiliensis", "own:plot": ["P-1", "P-2"]}},
        "ns1:other": "7",
        "own:shift": "2",
    }
    assert (counted["type"], counted["action"]) == ("ObjectEvent", "OBSERVE")
    assert counted["quantityList"] == [{"epcClass": "urn:epc:class:lgtin:8938505.097002.LO-2", "quantity": 40}]
    assert transformed["type"] == "TransformationEvent"
    assert transformed["bizStep"] == "https://own.example/steps/lacquering"
    _address, prefixes = read.context
    assert prefixes["own"] == "https://own.example/" and prefixes["ns1"] == "https://later.example/"
    ((vocabulary,), (element,)) = (read.vocabularies, read.vocabularies[0]["vocabularyElementList"])
    assert vocabulary["type"] == "urn:epcglobal:epcis:vtype:Location"
    assert element["children"] == ["urn:epc:id:sgln:8938505.97002.1"]
    assert [one["attribute"] for one in element["attributes"]] == ["Xưởng sơn mài", {"cbvmda:city": "Tân Uyên"}]


def test_release_2_0_with_sensors() -> None:
    (measured,) = read_body("application/xml", document(MEASURED, release="2.0")).events
    assert measured["certificationInfo"] == ["https://own.example/cert"]
    assert measured["persistentDisposition"] == {"set": ["completeness_verified"], "unset": ["completeness_inferred"]}
    assert measured["sensorElementList"] == [
        {
            "sensorMetadata": {"time": "2026-10-07T01:29:00.000Z", "deviceID": "urn:epc:id:giai:8938505.D1"},
            "sensorReport": [
                {"type": "gs1:Temperature", "value": 26, "uom": "CEL", "own:probe": "left"},
                {"type": "gs1:RelativeHumidity", "minValue": 11.25, "maxValue": 12, "uom": "A93"},
            ],
            "own:room": "2",
        }
    ]


def test_what_was_read_is_taken_in(db: None) -> None:
    """All of it passes the checks that JSON passes."""
    read = read_body("application/xml", document(COMMISSIONED, COUNTED, TRANSFORMED, header=HEADER_1_2))
    later = read_body("application/xml", document(MEASURED, release="2.0"))
    seller = make_seller()
    events = capture_events(read.events, context=read.context, seller=seller)
    events += capture_events(later.events, context=later.context, seller=seller)
    assert [event.type for event in events] == ["ObjectEvent", "ObjectEvent", "TransformationEvent", "ObjectEvent"]
    assert events[0].is_error_declaration and EpcisEvent.objects.count() == 4


def test_bad_xml_is_refused_with_its_place() -> None:
    event = "<eventTime>2026-10-02T08:30:00Z</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>"
    cases = {
        "no XML": (b"{}", ""),
        "entities": (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ""),
        "another root": (b'<a xmlns="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0"/>', "/a"),
        "another namespace": (document().replace(b"epcis:xsd:1", b"epcis:xsd:9"), "/EPCISDocument"),
        "another release": (document(release="1.9"), "/EPCISDocument/@schemaVersion"),
        "no list": (document().replace(b"EventList", b"List"), "/EPCISBody"),
        "no event": (document("<Event/>"), "/EPCISBody/EventList/Event[1]"),
        "an unknown field": (
            document(f"<ObjectEvent>{event}<colour>red</colour></ObjectEvent>"),
            "/EPCISBody/EventList/ObjectEvent[1]/colour",
        ),
        "a field twice": (
            document(f"<ObjectEvent>{event}<action>ADD</action><action>ADD</action></ObjectEvent>"),
            "/EPCISBody/EventList/ObjectEvent[1]/action",
        ),
        "no number": (
            document(COUNTED, COUNTED.replace("40<", "NaN<")),
            "/EPCISBody/EventList/QuantityEvent[2]/quantity",
        ),
        "attributes of others": (
            document(f'<ObjectEvent>{event}<own:x own:y="1">2</own:x></ObjectEvent>'),
            "/EPCISBody/EventList/ObjectEvent[1]/own:x",
        ),
    }
    for name, (body, path) in cases.items():
        with pytest.raises(InvalidEvent) as raised:
            read_body("application/xml", body)
        assert raised.value.problems[0].path == path, name


@pytest.mark.django_db
def test_xml_is_captured_over_http(client: Client) -> None:
    headers = {"Authorization": f"Bearer {issue_tokens(make_member(make_seller())).access}"}
    body = document(COMMISSIONED, TRANSFORMED, header=HEADER_1_2)
    accepted = client.post("/epcis/capture", body, "application/xml", headers=headers)
    assert accepted.status_code == 202, accepted.content
    capture_waiting()
    job = client.get(urlsplit(accepted["Location"]).path, headers=headers).json()
    assert (job["running"], job["success"], job["errors"]) == (False, True, [])
    assert EpcisEvent.objects.count() == 2
    assert MasterDatum.objects.filter(uri="https://id.gs1.org/414/8938505970028").exists()
    for wrong in (b"<", body.replace(b"<action>ADD</action>", b"<action>MAKE</action>")):
        assert client.post("/epcis/capture", wrong, "text/xml", headers=headers).status_code in (202, 400)
        capture_waiting()
    assert EpcisEvent.objects.count() == 2
