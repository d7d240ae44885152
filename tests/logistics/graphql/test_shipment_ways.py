"""Legs, freight events, bookings, numbers and the public page through the API: who may what, and what is refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from i18n.today import today_here
from logistics.models import FreightEvent, FreightSubscription, Shipment, ShipmentAlert, ShipmentLeg, SsccRange
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from logistics.shipments.record_event import record_event
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.logistics import make_shipment
from tests.factories.sellers import make_member, make_seller
from tests.logistics.graphql.conftest import Execute
from tests.logistics.graphql.test_shipment import callers, global_id
from tests.logistics.shipments.freight.test_freight import told

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code message }"
SEA = {"mode": "VESSEL", "fromCode": "VNCMT", "toCode": "NLRTM", "reference": "BK100"}
Rows = tuple[Shipment, ShipmentLeg, ShipmentAlert, FreightSubscription]


@pytest.fixture
def rows() -> Rows:
    shipment = make_shipment()
    leg = add_leg(shipment=shipment, data=LegData("TRUCK", from_place="Tân Uyên", to_code="VNCMT"))
    record_event(shipment=shipment, status="CUSTOMS", trouble="CUSTOMS_HOLD", occurred_at=timezone.now())
    Shipment.objects.update(status="BOOKED")
    alert = shipment.alerts.get()
    line = FreightSubscription.objects.create(seller=shipment.seller, carrier_name="Example Line", secret="s")
    return shipment, leg, alert, line


def mutations(rows: Rows) -> dict[str, tuple[str, dict[str, Any], Callable[[], object]]]:
    """By name: the document, its variables, and what it would change."""
    shipment, leg, alert, line = rows
    own, seller = global_id(shipment), to_global_id("Seller", shipment.seller_id)
    leg_id, alert_id = to_global_id("ShipmentLeg", leg.pk), to_global_id("ShipmentAlert", alert.pk)
    event = {"eventType": "EQUIPMENT", "classifier": "ACT", "code": "load", "occurredAt": timezone.now().isoformat(),
             "equipment": "CSQU 305438 3", "placeCode": "VNCMT"}  # fmt: skip
    day = (today_here() + timedelta(days=20)).isoformat()
    return {
        "shipmentLegAdd": ("$id: ID!, $input: ShipmentLegInput!", {"id": own, "input": SEA},
                           lambda: ShipmentLeg.objects.count()),
        "shipmentLegUpdate": ("$id: ID!, $input: ShipmentLegInput!", {"id": leg_id, "input": SEA},
                              lambda: ShipmentLeg.objects.get(pk=leg.pk).mode),
        "shipmentLegRemove": ("$id: ID!", {"id": leg_id}, lambda: ShipmentLeg.objects.count()),
        "freightEventAdd": ("$id: ID!, $input: FreightEventInput!", {"id": own, "input": event},
                            lambda: FreightEvent.objects.count()),
        "freightEventsImport": ("$id: ID!, $events: [JSON!]!", {"id": own, "events": [told()]},
                                lambda: FreightEvent.objects.count()),
        "shipmentArrivalEstimateAdd": ("$id: ID!, $expectedOn: Date!", {"id": own, "expectedOn": day},
                                       lambda: Shipment.objects.get().estimated_delivery),
        "shipmentAlertEnd": ("$id: ID!", {"id": alert_id}, lambda: ShipmentAlert.objects.filter(ended_at=None).count()),
        "shipmentCancel": ("$id: ID!", {"id": own}, lambda: Shipment.objects.get().status),
        "shipmentRebook": ("$id: ID!, $input: ShipmentRebookInput!",
                           {"id": own, "input": {"carrier": "Van", "trackingNumber": "V 1"}},
                           lambda: Shipment.objects.get().carrier_name),
        "freightSubscriptionCreate": ("$seller: ID!, $carrierName: String!", {"seller": seller, "carrierName": "Line"},
                                      lambda: FreightSubscription.objects.count()),
        "freightSubscriptionEnd": ("$id: ID!", {"id": to_global_id("FreightSubscription", line.pk)},
                                   lambda: FreightSubscription.objects.filter(ended_at=None).count()),
        "ssccPrefixUpdate": ("$seller: ID!, $prefix: String!", {"seller": seller, "prefix": "8938501"},
                             lambda: SsccRange.objects.filter(prefix="8938501").count()),
    }  # fmt: skip


OF_MANAGERS = {"freightSubscriptionCreate", "freightSubscriptionEnd", "ssccPrefixUpdate"}


@pytest.mark.parametrize("name", list(mutations((Shipment(), ShipmentLeg(), ShipmentAlert(), FreightSubscription()))))
def test_who_may_change_what(name: str, rows: Rows, execute: Execute) -> None:
    declared, variables, changed = mutations(rows)[name]
    given = ", ".join(f"{key}: ${key}" for key in variables)
    document = f"mutation ({declared}) {{ {name}({given}) {{ {ERRORS} }} }}"
    before = changed()
    for caller, actor in callers(rows[0]).items():
        answer = execute(document, variables, actor=actor)
        refused = answer.errors or answer.data[name]["errors"]
        if caller == "owner" or (caller == "packer" and name not in OF_MANAGERS):
            continue  # below, with a fresh row each
        assert refused and changed() == before, caller
        break_through = [entry for entry in refused if entry.get("code") not in ("NOT_FOUND", None)]
        assert not break_through or caller == "packer", (caller, refused)
    answer = execute(document, variables, actor=make_member(rows[0].seller, MemberRole.OWNER))
    assert not answer.errors, answer.errors
    assert changed() != before


def test_wrong_values_are_errors_of_their_fields(rows: Rows, execute: Execute) -> None:
    actor = make_member(rows[0].seller)
    own = global_id(rows[0])
    ahead = (timezone.now() + timedelta(days=2)).isoformat()
    event = {"eventType": "TRANSPORT", "classifier": "ACT", "code": "DEPA", "occurredAt": timezone.now().isoformat()}
    wrong: list[tuple[str, str, Any, str]] = [
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "mode": "PARCEL"}, "mode"),
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "containers": ["CSQU3054384"]}, "containers"),
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "vesselImo": "9074728"}, "vesselImo"),
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "mode": "AIR", "transportDocument": "1"}, "transportDocument"),
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "fromCode": "QQQQQ"}, "fromPlace"),
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "actualArrival": ahead}, "actualArrival"),
        ("shipmentLegAdd", "ShipmentLegInput!", {**SEA, "vesselName": "x" * 81}, "vesselName"),
        ("freightEventAdd", "FreightEventInput!", {**event, "occurredAt": ahead}, "occurredAt"),
        ("freightEventAdd", "FreightEventInput!", {**event, "equipment": "CSQU3054384"}, "equipment"),
        ("freightEventAdd", "FreightEventInput!", {**event, "placeCode": "NL"}, "placeCode"),
        ("freightEventAdd", "FreightEventInput!", {**event, "code": " "}, "code"),
        ("shipmentRebook", "ShipmentRebookInput!", {"carrier": "Post", "trackingNumber": "RR473124828GB"},
         "trackingNumber"),
    ]  # fmt: skip
    for name, kind, value, field in wrong:
        document = f"mutation ($id: ID!, $v: {kind}) {{ {name}(id: $id, input: $v) {{ {ERRORS} }} }}"
        answer = execute(document, {"id": own, "v": value}, actor=actor)
        assert not answer.errors, (name, value, answer.errors)
        assert [entry["field"] for entry in answer.data[name]["errors"]] == [field], (name, value)
    document = f"mutation ($id: ID!, $e: [JSON!]!) {{ freightEventsImport(id: $id, events: $e) {{ fresh {ERRORS} }} }}"
    for events in ([told(eventType="")], [{}], [told()] * 101):
        answer = execute(document, {"id": own, "e": events}, actor=actor)
        assert answer.data["freightEventsImport"]["errors"][0]["field"] == "events"
    assert FreightEvent.objects.count() == 0 and ShipmentLeg.objects.count() == 1


def test_events_come_in_and_out_as_the_standard_writes_them(rows: Rows, execute: Execute) -> None:
    shipment = rows[0]
    actor = make_member(shipment.seller)
    imports = "mutation ($id: ID!, $e: [JSON!]!) { freightEventsImport(id: $id, events: $e) { fresh errors { code } } }"
    events = [told(), told(eventID="x2", eventType="SHIPMENT", shipmentEventTypeCode="CONF", documentTypeCode="BKG")]
    for fresh in (2, 0):
        answer = execute(imports, {"id": global_id(shipment), "e": events}, actor=actor)
        assert answer.data["freightEventsImport"]["fresh"] == fresh
    asked = """query ($seller: ID!, $filter: FreightEventFilterInput) {
      freightEvents(seller: $seller, filter: $filter) { totalCount edges { node { code description dcsa } } } }"""
    seller = to_global_id("Seller", shipment.seller_id)
    for filter_, codes in (
        ({}, ["DEPA", "CONF"]), ({"code": ["DEPA"]}, ["DEPA"]), ({"documentType": ["BKG"]}, ["CONF"]),
        ({"carrierBookingReference": "BK100", "eventType": ["TRANSPORT"]}, ["DEPA"]), ({"voyage": "1"}, []),
        ({"shipment": global_id(shipment), "unLocationCode": "vn cmt"}, ["DEPA", "CONF"]),
        ({"createdFrom": timezone.now().isoformat()}, []), ({"equipmentReference": "CSQU3054383"}, []),
        ({"vesselImoNumber": "9074729", "classifier": ["ACT"]}, ["DEPA", "CONF"]),
    ):  # fmt: skip
        found = execute(asked, {"seller": seller, "filter": filter_}, actor=actor).data["freightEvents"]
        assert [edge["node"]["code"] for edge in found["edges"]] == codes, filter_
    found = execute(asked, {"seller": seller}, actor=actor, language="en").data["freightEvents"]["edges"]
    assert [edge["node"]["description"] for edge in found] == ["Departure", "Booking: Confirmed"]
    assert found[0]["node"]["dcsa"]["transportEventTypeCode"] == "DEPA"
    stranger = make_member(make_seller())
    assert execute(asked, {"seller": seller}, actor=stranger).errors


TRACKING = """query ($token: String!) { tracking(token: $token) {
  status statusDisplay carrierName origin { name code } destination { name latitude } destinationCountry
  estimatedDelivery promisedDelivery deliveredAt alerts { kind kindDisplay meaning raisedAt }
  events { status occurredAt place description }
  legs { number mode modeDisplay vesselName voyage departure arrival actualDeparture actualArrival
         origin { name country longitude } destination { name } path { latitude longitude } }
} }"""


def test_the_public_page_shows_towns_and_no_person(execute: Execute) -> None:
    shipment = make_shipment()
    now = timezone.now()
    record_event(
        shipment=shipment, status="IN_TRANSIT", occurred_at=now, place="Cát Lái", note="Signed: Sanne Voorbeeld"
    )
    record_event(shipment=shipment, status="", occurred_at=now, note="Sanne Voorbeeld called")
    answer = execute(TRACKING, {"token": shipment.tracking_token})
    page = answer.data["tracking"]
    assert (page["destination"]["name"], page["destinationCountry"], page["legs"][0]["mode"]) == (
        "Rotterdam",
        "NL",
        "PARCEL",
    )
    assert [event["description"] for event in page["events"]] == ["Handed over to the carrier", "On its way"]
    assert len(page["legs"][0]["path"]) == 25
    for private in ("Voorbeeld", "Sanne", "Teststraat", "3011", "SX 0000", shipment.reference, "Mộc Thử"):
        assert private not in str(answer.data), private
    for token in ("", "x" * 500, str(shipment.pk), global_id(shipment)):
        assert execute(TRACKING, {"token": token}).data == {"tracking": None}


INSIDE = """query ($id: ID!) { shipment(id: $id) { service bookingRefusal canCancel labels { source format url }
  bookingCost { amount } trackingUrl legs { id number } parcels { sscc ssccIsInternal } alerts { kind }
  arrivalEstimates { expectedOn sourceDisplay } destination seller { id } isWaitingForCarrier } }"""


def test_a_shipment_tells_its_people_all_about_the_booking(execute: Execute) -> None:
    shipment = make_shipment(estimated_delivery=today_here() + timedelta(days=9))
    found = execute(INSIDE, {"id": global_id(shipment)}, actor=make_member(shipment.seller)).data["shipment"]
    assert [label["format"] for label in found["labels"]] == ["PDF", "ZPL"]
    assert found["legs"] == [{"id": None, "number": 1}]
    assert found["trackingUrl"].endswith(f"/track/{shipment.tracking_token}")
    assert [said["sourceDisplay"] for said in found["arrivalEstimates"]] == ["The seller"]
    assert (found["canCancel"], found["isWaitingForCarrier"], found["bookingCost"]) == (True, False, None)
