"""Freight events as the DCSA writes them, and what they mean here."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from logistics.models import FreightEvent, Shipment, ShipmentAlert, ShipmentLeg
from logistics.shipments.arrival.estimate import ArrivalEstimate, EstimateSource
from logistics.shipments.freight.codes import EQUIPMENT_WORDS, SHIPMENT_WORDS
from logistics.shipments.freight.freight_data import FreightData
from logistics.shipments.freight.meaning import meaning_of
from logistics.shipments.freight.read_dcsa import BadFreightEvent, read_dcsa
from logistics.shipments.freight.record_freight_event import record_freight_event, record_freight_events
from logistics.shipments.freight.write_dcsa import write_dcsa
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from tests.factories.logistics import make_shipment

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def told(**changes: Any) -> dict[str, Any]:
    """An event of our own invention in the shape of the standard."""
    event = {
        "eventID": "a1", "eventType": "TRANSPORT", "eventClassifierCode": "ACT", "transportEventTypeCode": "DEPA",
        "eventDateTime": "2026-11-20T08:00:00+07:00", "eventCreatedDateTime": "2026-11-20T08:05:00Z",
        "documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": "BK100"}],
        "transportCall": {
            "modeOfTransport": "VESSEL", "UNLocationCode": "VNCMT", "carrierVoyageNumber": "047W",
            "vessel": {"vesselIMONumber": "9074729", "vesselName": "Example Star"},
        },
    }  # fmt: skip
    return {**event, **changes}


def test_an_event_is_read_whatever_place_a_line_writes_things_in() -> None:
    data = read_dcsa(told())
    assert (data.code, data.place_code, data.voyage, data.booking_reference) == ("DEPA", "VNCMT", "047W", "BK100")
    assert data.occurred_at == datetime(2026, 11, 20, 1, tzinfo=UTC)
    older = told(references=[{"referenceType": "BKG", "referenceValue": "BK2"}], documentReferences=None,
                 transportCall={"location": {"UNLocationCode": "VN CMT", "locationName": "Cái Mép"},
                                "exportVoyageNumber": "1W"})  # fmt: skip
    data = read_dcsa(older)
    assert (data.place, data.place_code, data.voyage, data.booking_reference) == ("Cái Mép", "VNCMT", "1W", "BK2")


def test_only_type_classifier_and_time_are_needed_and_nothing_else_is_a_failure() -> None:
    bare = {"eventType": "EQUIPMENT", "eventClassifierCode": "ACT", "eventDateTime": "2026-11-20T08:00:00"}
    data = read_dcsa({**bare, "transportCall": "?", "equipmentReference": 7, "references": [1, None, {}]})
    assert (data.code, data.occurred_at.tzinfo, data.equipment) == ("UNKNOWN", UTC, "7")
    assert data.event_id.startswith("own-") and read_dcsa(bare).event_id != ""
    assert read_dcsa(told(transportEventTypeCode="BEAM")).code == "BEAM"
    for field in ("eventType", "eventClassifierCode", "eventDateTime"):
        with pytest.raises(BadFreightEvent) as refusal:
            read_dcsa({name: value for name, value in told().items() if name != field})
        assert refusal.value.field == field
    times = [told(eventDateTime=time) for time in ("yesterday", "9999-99-99", "")]
    ends = [told(eventDateTime=time) for time in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z")]
    unkept = [told(remark=each) for each in ("a\x00b", "\ud800", float("inf"), 10**5000, {1: {2}})]
    wrong: list[Any] = [None, [], "event", *times, *ends, *unkept, told(reason="x" * 40_000)]
    for broken in wrong:
        with pytest.raises(BadFreightEvent):
            read_dcsa(broken)


def test_meanings() -> None:
    cases = [
        ("TRANSPORT", "DEPA", "", None, ("IN_TRANSIT", "")), ("TRANSPORT", "ARRI", "", None, ("IN_TRANSIT", "")),
        ("EQUIPMENT", "LOAD", "", False, ("IN_TRANSIT", "")), ("EQUIPMENT", "GTOT", "", True, ("", "")),
        ("EQUIPMENT", "CUSI", "", None, ("CUSTOMS", "CUSTOMS_HOLD")),
        ("EQUIPMENT", "CUSR", "", None, ("", "CUSTOMS_RELEASED")),
        ("EQUIPMENT", "STRP", "", None, ("DELIVERED", "")), ("SHIPMENT", "CONF", "BKG", None, ("BOOKED", "")),
        ("SHIPMENT", "HOLD", "CUC", None, ("CUSTOMS", "CUSTOMS_HOLD")), ("SHIPMENT", "HOLD", "TRD", None, ("", "")),
        ("SHIPMENT", "RELS", "CUC", None, ("", "CUSTOMS_RELEASED")), ("ASTRAL", "DEPA", "", None, ("", "")),
        ("TRANSPORT", "BEAM", "", None, ("", "")),
    ]  # fmt: skip
    for kind, code, document, empty, expected in cases:
        data = FreightData(kind, "ACT", code, NOW, NOW, document_type=document, is_empty=empty)
        assert meaning_of(data, at_the_end=True) == expected, (kind, code, document)
    for code in ("DROP", "STRP"):
        assert meaning_of(FreightData("EQUIPMENT", "ACT", code, NOW, NOW), at_the_end=False) == ("", "")
    assert (len(EQUIPMENT_WORDS), len(SHIPMENT_WORDS)) == (17, 17)


@pytest.fixture
def shipment(db: None) -> Shipment:
    made = make_shipment()
    add_leg(shipment=made, data=LegData("BARGE", from_code="VNBDG", to_code="VNCMT"))
    add_leg(shipment=made, data=LegData("VESSEL", from_code="VNCMT", to_code="NLRTM"))
    add_leg(shipment=made, data=LegData("TRUCK", from_code="NLRTM", to_place="Utrecht"))
    return made


def record(shipment: Shipment, **changes: Any) -> bool:
    return record_freight_event(shipment=shipment, data=read_dcsa(told(**changes)), source=EstimateSource.CARRIER)[1]


def test_a_departure_finds_its_leg_moves_the_shipment_and_comes_out_as_it_came_in(shipment: Shipment) -> None:
    assert record(shipment) and not record(shipment)
    assert shipment.status == "IN_TRANSIT"
    ship = ShipmentLeg.objects.get(shipment=shipment, mode="VESSEL")
    assert ship.actual_departure == datetime(2026, 11, 20, 1, tzinfo=UTC)
    (event,) = FreightEvent.objects.all()
    assert (event.leg_id, event.place, event.raw) == (ship.pk, "Cái Mép (CMIT)", told())
    again = read_dcsa(write_dcsa(event))
    same = read_dcsa(told())
    for name in ("event_id", "code", "occurred_at", "created_at", "place_code", "voyage", "vessel_imo", "mode",
                 "booking_reference"):  # fmt: skip
        assert getattr(again, name) == getattr(same, name), name
    (tracked,) = shipment.events.exclude(raw_code="")
    assert (tracked.raw_code, tracked.place, tracked.note) == ("TRANSPORT DEPA", "Cái Mép (CMIT)", "Example Star 047W")


def test_states_never_go_back_and_plans_move_nothing(shipment: Shipment) -> None:
    record(shipment, eventID="hold", eventType="EQUIPMENT", equipmentEventTypeCode="CUSI")
    assert shipment.status == "CUSTOMS"
    assert [alert.kind for alert in ShipmentAlert.objects.filter(ended_at=None)] == ["CUSTOMS_HOLD"]
    record(shipment, eventID="late news")
    record(shipment, eventID="plan", eventClassifierCode="PLN", transportEventTypeCode="ARRI")
    record(shipment, eventID="strange", eventType="ASTRAL", astralEventTypeCode="WARP")
    assert shipment.status == "CUSTOMS"
    record(shipment, eventID="free", eventType="EQUIPMENT", equipmentEventTypeCode="CUSR")
    assert not ShipmentAlert.objects.filter(ended_at=None, kind="CUSTOMS_HOLD").exists()
    assert FreightEvent.objects.get(event_id="strange").code == "WARP"


def test_the_container_emptied_at_the_end_is_the_delivery(shipment: Shipment) -> None:
    stripped = {"eventType": "EQUIPMENT", "equipmentEventTypeCode": "STRP", "equipmentReference": "CSQU3054383"}
    record(shipment, eventID="elsewhere", **stripped, eventLocation={"locationName": "Venlo"}, transportCall={})
    assert shipment.status == "BOOKED"
    record(shipment, eventID="there", **stripped, eventLocation={"locationName": "Utrecht"}, transportCall={})
    assert shipment.status == "DELIVERED"


def test_an_older_estimate_that_comes_late_does_not_win(shipment: Shipment) -> None:
    arrival = {"eventClassifierCode": "EST", "transportEventTypeCode": "ARRI",
               "transportCall": {"modeOfTransport": "VESSEL", "UNLocationCode": "NLRTM"}}  # fmt: skip
    record(
        shipment,
        eventID="new",
        eventDateTime="2027-01-05T00:00:00Z",
        eventCreatedDateTime="2026-11-20T00:00:00Z",
        **arrival,
    )
    record(
        shipment,
        eventID="old",
        eventDateTime="2027-01-01T00:00:00Z",
        eventCreatedDateTime="2026-11-10T00:00:00Z",
        **arrival,
    )
    ship = ShipmentLeg.objects.get(shipment=shipment, mode="VESSEL")
    assert ship.estimated_arrival == datetime(2027, 1, 5, tzinfo=UTC)


def test_what_is_said_to_have_happened_tomorrow_is_kept_and_moves_nothing(shipment: Shipment) -> None:
    ahead = (timezone.now() + timedelta(days=1)).isoformat()
    assert record(shipment, eventDateTime=ahead)
    assert shipment.status == "BOOKED"


def test_a_message_that_repeats_itself_costs_no_more_than_what_is_new_in_it(
    shipment: Shipment, django_assert_max_num_queries: Any
) -> None:
    news = [read_dcsa(told()), read_dcsa(told(eventID="a2", transportEventTypeCode="BEAM"))]
    message = [*news, *news * 40]
    assert record_freight_events(shipment=shipment, told=message, source=EstimateSource.CARRIER) == 2
    assert list(FreightEvent.objects.order_by("id").values_list("event_id", flat=True)) == ["a1", "a2"]
    with django_assert_max_num_queries(6):
        assert record_freight_events(shipment=shipment, told=message, source=EstimateSource.CARRIER) == 0


def test_a_whole_message_expects_the_arrival_once_and_by_its_last_word(shipment: Shipment) -> None:
    message = [
        read_dcsa(
            told(
                eventID=f"b{day}",
                eventClassifierCode="EST",
                transportEventTypeCode="ARRI",
                eventDateTime=f"2027-01-0{day}T00:00:00Z",
                eventCreatedDateTime=f"2026-11-2{day}T00:00:00Z",
                eventLocation={"locationName": "Utrecht"},
                transportCall={"modeOfTransport": "VESSEL", "UNLocationCode": "NLRTM"},
            )
        )
        for day in (3, 5, 4)
    ]
    ShipmentLeg.objects.filter(shipment=shipment, mode="TRUCK").delete()
    assert record_freight_events(shipment=shipment, told=message, source=EstimateSource.CARRIER) == 3
    assert ShipmentLeg.objects.get(shipment=shipment, mode="VESSEL").estimated_arrival == datetime(
        2027, 1, 5, tzinfo=UTC
    )
    (estimate,) = ArrivalEstimate.objects.all()
    assert estimate.expected_on.isoformat() == "2027-01-05"
