"""What an event leaves in the tables; duplicates; all or nothing."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.traceability.epcis.capture.capture_event import DuplicateEvent, capture_event, capture_events
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventField, EventThing
from catalog.traceability.epcis.validate.problem import InvalidEvent
from marketplace.events.models import OutboxMessage
from tests.factories.epcis import CONTEXT, LOT, OWN, event_document, make_event
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
CBV = "https://ref.gs1.org/cbv/"
FULL: dict[str, Any] = {
    "type": "TransformationEvent",
    "eventTime": "2026-10-02T08:30:00.125+07:00",
    "action": None,
    "quantityList": None,
    "inputQuantityList": [{"epcClass": "urn:epc:class:lgtin:4012345.011111.4444", "quantity": 2.5, "uom": "MTQ"}],
    "outputEPCList": ["urn:epc:id:sgtin:4012345.011111.9876"],
    "outputQuantityList": [{"epcClass": LOT}],
    "transformationID": "urn:epc:id:gdti:0614141.06012.1234",
    "disposition": "ex:polished",
    "persistentDisposition": {"set": ["completeness_verified"], "unset": ["needs_replacement"]},
    "readPoint": {"id": "urn:epc:id:sgln:4012345.00011.0", "ex:shift": "night"},
    "bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:po:1"}, {"bizTransaction": "urn:x:2"}],
    "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:4012345.00000"}],
    "ilmd": {"ex:wood": {"ex:species": ["Hevea", "Acacia"], "ex:area": 2.0}},
    "ex:cutOn": "2026-09-30T00:00:00Z",
    "sensorElementList": [
        {
            "sensorMetadata": {"deviceID": "urn:epc:id:giai:4000001.111"},
            "sensorReport": [{"type": "Temperature", "value": 61}],
        },
        {"sensorReport": [{"type": "ex:Gloss", "value": 7.25}, {"type": "Count", "booleanValue": True}]},
    ],
}  # fmt: skip


def fields(event: EpcisEvent, scope: str) -> list[tuple[Any, ...]]:
    found = EventField.objects.filter(event=event, scope=scope).order_by("pk")
    return [(row.place, row.path.replace(OWN, "ex:"), row.is_inner, row.text, row.number) for row in found]


def test_an_event_with_everything_is_taken_apart() -> None:
    event = make_event(make_seller(), **FULL)
    event.refresh_from_db()
    assert event.event_id == f"ni:///sha-256;{event.event_hash}?ver=CBV2.0"
    assert event.event_time == datetime(2026, 10, 2, 1, 30, 0, 125_000, tzinfo=UTC)
    assert (event.biz_step, event.disposition) == (f"{CBV}BizStep-commissioning", f"{OWN}polished")
    assert event.read_point == "https://id.gs1.org/414/4012345000115"
    assert event.transformation_id == "https://id.gs1.org/253/06141410601221234"
    assert event.document["@context"] == CONTEXT
    assert [(row.role, row.is_class, row.uri.removeprefix("https://id.gs1.org"), row.quantity, row.uom)
            for row in event.things.order_by("role", "pk")] == [
        ("INPUT", True, "/01/04012345111118/10/4444", Decimal("2.5"), "MTQ"),
        ("OUTPUT", False, "/01/04012345111118/21/9876", None, ""),
        ("OUTPUT", True, "/01/08935000000016/10/LO-1", None, ""),
    ]  # fmt: skip
    assert [(row.kind, row.type.removeprefix(CBV), row.uri) for row in event.links.order_by("pk")] == [
        ("TRANSACTION", "BTT-po", "urn:x:po:1"),
        ("TRANSACTION", "", "urn:x:2"),
        ("SOURCE", "SDT-owning_party", "https://id.gs1.org/417/4012345000009"),
    ]
    assert sorted((row.is_set, row.disposition.removeprefix(CBV)) for row in event.dispositions.all()) == [
        (False, "Disp-needs_replacement"),
        (True, "Disp-completeness_verified"),
    ]
    assert fields(event, "ILMD") == [
        (0, "ex:wood", False, "", None),
        (0, "ex:wood/ex:species", True, "Hevea", None),
        (0, "ex:wood/ex:species", True, "Acacia", None),
        (0, "ex:wood/ex:area", True, "2", Decimal(2)),
    ]
    assert fields(event, "READ_POINT") == [(0, "ex:shift", False, "night", None)]
    assert EventField.objects.get(event=event, path=f"{OWN}cutOn").time == datetime(2026, 9, 30, tzinfo=UTC)
    assert fields(event, "SENSOR") == [
        (1, "sensorMetadata/deviceID", False, "https://id.gs1.org/8004/4000001111", None),
        (1, "sensorReport/type", False, "https://gs1.org/voc/Temperature", None),
        (1, "sensorReport/value", False, "61", Decimal(61)),
        (2, "sensorReport/type", False, "ex:Gloss".replace("ex:", OWN), None),
        (2, "sensorReport/value", False, "7.25", Decimal("7.25")),
        (3, "sensorReport/type", False, "https://gs1.org/voc/Count", None),
        (3, "sensorReport/booleanValue", False, "true", None),
    ]


def test_the_same_event_of_one_seller_is_captured_once_and_of_another_again() -> None:
    seller = make_seller()
    document = event_document(eventID="urn:uuid:8b4e1d53-6c1c-4a54-9a5e-0d8c52f6a111")
    event = capture_event(document, context=CONTEXT, seller=seller)
    same = {**document, "eventID": "urn:x:another", "quantityList": [{"epcClass": LOT, "quantity": 120.0}]}
    with pytest.raises(DuplicateEvent) as caught:
        capture_event(same, context=CONTEXT, seller=seller)
    assert caught.value.event == event
    assert capture_event(same, context=CONTEXT, seller=make_seller()).event_id == "urn:x:another"
    assert EpcisEvent.objects.count() == 2


def test_an_error_declaration_repeats_the_id_of_what_it_corrects() -> None:
    seller = make_seller()
    document = event_document(eventID="urn:x:1")
    event = capture_event(document, context=CONTEXT, seller=seller)
    error = {
        "declarationTime": "2026-10-09T08:00:00+07:00",
        "reason": "incorrect_data",
        "correctiveEventIDs": ["urn:x:2"],
    }
    declared = capture_event({**document, "errorDeclaration": error}, context=CONTEXT, seller=seller)
    assert (declared.event_id, declared.event_hash) == (event.event_id, event.event_hash)
    assert declared.is_error_declaration
    assert declared.error_reason == f"{CBV}ER-incorrect_data"
    assert fields(declared, "ERROR") == [(0, "correctiveEventIDs", False, "urn:x:2", None)]
    with pytest.raises(DuplicateEvent):
        capture_event({**document, "errorDeclaration": error}, context=CONTEXT, seller=seller)


def test_of_many_events_one_wrong_one_stops_all() -> None:
    seller = make_seller()
    good = [event_document() for _ in range(3)]
    with pytest.raises(InvalidEvent) as caught:
        capture_events([*good, event_document(bizStep="dancing")], context=CONTEXT, seller=seller)
    assert [problem.path for problem in caught.value.problems] == ["/3/bizStep"]
    with pytest.raises(InvalidEvent, match="the same event"):
        capture_events([good[0], good[0]], context=CONTEXT, seller=seller)
    capture_event(good[1], context=CONTEXT, seller=seller)
    with pytest.raises(DuplicateEvent) as duplicate:
        capture_events(good, context=CONTEXT, seller=seller)
    assert duplicate.value.index == 1
    assert EpcisEvent.objects.count() == 1


def test_many_are_written_in_few_statements_and_told_once() -> None:
    seller = make_seller()
    capture_events([event_document() for _ in range(2)], context=CONTEXT, seller=seller)
    with CaptureQueriesContext(connection) as few:
        capture_events([event_document() for _ in range(2)], context=CONTEXT, seller=seller)
    with CaptureQueriesContext(connection) as many:
        events = capture_events([event_document() for _ in range(60)], context=CONTEXT, seller=seller)
    assert len(many) <= len(few) + 2  # SQLite takes so many values at once
    assert EventThing.objects.filter(event__in=events).count() == 60
    told = OutboxMessage.objects.filter(name="EpcisEventsCaptured").order_by("sequence").last()
    assert told is not None
    assert told.payload == {"event_ids": [event.pk for event in events], "seller_id": seller.pk}
    assert capture_events([], context=CONTEXT, seller=seller) == []
