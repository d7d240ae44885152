"""Shipments through the API: who may see them, who may add events."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from logistics.customs.documents.open import open_document
from logistics.shipments.create_shipment import ParcelData
from logistics.shipments.shipment import Shipment
from marketplace.events.models import OutboxMessage
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator, make_user
from tests.factories.logistics import make_shipment
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_code
from tests.logistics.graphql.conftest import Execute

pytestmark = pytest.mark.django_db

READ = """query ($id: ID!) { shipment(id: $id) {
  id reference trackingNumber status statusDisplay carrier { code name } estimatedDelivery shippedAt deliveredAt
  events { status occurredAt place description note }
  parcels { number weight { unit value } traceCodes }
  documents { id kind number language url }
} }"""
ADD = """mutation ($id: ID!, $input: ShipmentEventInput!) { shipmentEventAdd(id: $id, input: $input) {
  shipment { status events { status place note } } event { description } errors { field code message }
} }"""


def global_id(shipment: Shipment) -> str:
    return to_global_id("Shipment", shipment.pk)


def moment(**ago: int) -> str:
    return (timezone.now() - timedelta(**(ago or {"hours": 1}))).isoformat()


def callers(shipment: Shipment) -> dict[str, Any]:
    return {
        "anonymous": None,
        "buyer": make_user(),
        "other seller": make_member(make_seller()),
        "staff": make_operator(),
        "packer": make_member(shipment.seller, MemberRole.PACKER),
        "owner": make_member(shipment.seller, MemberRole.OWNER),
    }


def test_who_may_see_a_shipment(execute: Execute) -> None:
    shipment = make_shipment()
    seen = {}
    for name, actor in callers(shipment).items():
        result = execute(READ, {"id": global_id(shipment)}, actor=actor)
        seen[name] = bool(result.data and result.data["shipment"])
    assert seen == {
        "anonymous": False, "buyer": False, "other seller": False, "staff": True, "packer": True, "owner": True,
    }  # fmt: skip


def test_who_may_add_an_event(execute: Execute) -> None:
    shipment = make_shipment()
    for name, actor in callers(shipment).items():
        before = (shipment.events.count(), OutboxMessage.objects.count())
        variables = {"id": global_id(shipment), "input": {"occurredAt": moment(), "note": f"by {name}"}}
        result = execute(ADD, variables, actor=actor)
        payload = (result.data or {}).get("shipmentEventAdd")
        if name in ("packer", "owner"):
            assert payload["errors"] == [], name
            assert shipment.events.count() == before[0] + 1
        elif name == "anonymous":
            assert result.errors
            assert shipment.events.count() == before[0]
        else:
            assert [error["code"] for error in payload["errors"]] == ["NOT_FOUND"], name
            assert payload["shipment"] is None
            assert (shipment.events.count(), OutboxMessage.objects.count()) == before


def test_everything_there_is_to_see(execute: Execute) -> None:
    code = make_code()
    seller = code.lot.variant.product.seller
    shipment = make_shipment(seller, parcels=[ParcelData(14_250), ParcelData(0, 0, 0, 0, (code.code,))])
    result = execute(READ, {"id": global_id(shipment)}, actor=make_member(seller))
    assert not result.errors
    data = result.data["shipment"]
    assert data["status"] == "BOOKED"
    assert data["statusDisplay"] == "Handed over to the carrier"
    assert data["carrier"] == {"code": "manual", "name": "Sample Express"}
    assert [parcel["traceCodes"] for parcel in data["parcels"]] == [[], [code.code]]
    assert data["parcels"][1]["weight"] is None
    assert str(data["parcels"][0]["weight"]["value"]) != "0"
    assert {paper["kind"] for paper in data["documents"]} == {"COMMERCIAL_INVOICE", "PACKING_LIST"}
    name, pdf, _media_type = open_document(data["documents"][0]["url"].rsplit("/", 1)[1])
    assert name.endswith("-nl.pdf")
    assert pdf.startswith(b"%PDF")


def test_reading_costs_the_same_for_few_and_many_parcels(execute: Execute, django_assert_num_queries: Any) -> None:
    shipment = make_shipment(parcels=[ParcelData(100 + number) for number in range(40)])
    actor = make_member(shipment.seller)
    with django_assert_num_queries(6):
        execute(READ, {"id": global_id(shipment)}, actor=actor)


def test_delivery_is_told_to_the_rest_of_the_marketplace(execute: Execute) -> None:
    shipment = make_shipment()
    actor = make_member(shipment.seller, MemberRole.PACKER)
    event = {"status": "DELIVERED", "occurredAt": moment(hours=2), "place": "Rotterdam"}
    for _ in range(2):
        result = execute(ADD, {"id": global_id(shipment), "input": event}, actor=actor)
        assert result.data["shipmentEventAdd"]["shipment"]["status"] == "DELIVERED"
        assert result.data["shipmentEventAdd"]["event"]["description"] == "Delivered"
    assert OutboxMessage.objects.filter(name="ShipmentDelivered").count() == 1
    assert shipment.events.latest("id").recorded_by == actor


@pytest.mark.parametrize(
    ("field", "event"),
    [
        ("input.occurredAt", {"status": "DELIVERED", "occurredAt": "2099-01-01T00:00:00Z"}),
        ("input.occurredAt", {"status": "DELIVERED", "occurredAt": "9999-12-30T12:00:00Z"}),
        ("input.note", {"occurredAt": "2026-11-01T00:00:00Z"}),
        ("input.note", {"occurredAt": "2026-11-01T00:00:00Z", "note": "x" * 501}),
        ("input.place", {"occurredAt": "2026-11-01T00:00:00Z", "note": "x", "place": "x" * 121}),
    ],
)
def test_refusals_name_the_field_and_change_nothing(execute: Execute, field: str, event: dict[str, str]) -> None:
    shipment = make_shipment()
    variables = {"id": global_id(shipment), "input": event}
    result = execute(ADD, variables, actor=make_member(shipment.seller))
    assert [error["field"] for error in result.data["shipmentEventAdd"]["errors"]] == [field]
    shipment.refresh_from_db()
    assert (shipment.status, shipment.events.count()) == ("BOOKED", 1)


@pytest.mark.parametrize("bad", ["", "x", "U2hpcG1lbnQ6MQ==", to_global_id("Order", "0" * 32)])
def test_ids_that_are_none_are_refused_without_a_crash(execute: Execute, bad: str) -> None:
    result = execute(READ, {"id": bad}, actor=make_user())
    assert result.errors
    assert result.errors[0]["extensions"]["code"] == "BAD_ID"


def test_a_note_keeps_its_words(execute: Execute) -> None:
    shipment = make_shipment()
    event = {"occurredAt": datetime(2026, 11, 2).astimezone().isoformat(), "note": "Kiện 2 đổi thùng <b>mới</b>"}
    result = execute(ADD, {"id": global_id(shipment), "input": event}, actor=make_member(shipment.seller))
    assert result.data["shipmentEventAdd"]["event"]["description"] == "Kiện 2 đổi thùng <b>mới</b>"


def test_a_sellers_shipments_are_listed_for_its_people_only(execute: Execute) -> None:
    seller = make_seller()
    first = make_shipment(seller, reference="BD-2026-000501-1")
    make_shipment(seller, reference="BD-2026-000502-1")
    make_shipment()
    document = """query ($seller: ID!, $status: [ShipmentStatus!], $search: String) {
      shipments(seller: $seller, status: $status, search: $search) { totalCount edges { node { reference } } } }"""
    variables = {"seller": to_global_id("Seller", seller.pk)}
    for stranger in (None, make_user(), make_member(make_seller())):
        assert execute(document, variables, actor=stranger).errors
    packer = make_member(seller, MemberRole.PACKER)
    listed = execute(document, variables, actor=packer).data["shipments"]
    assert [edge["node"]["reference"] for edge in listed["edges"]] == ["BD-2026-000502-1", "BD-2026-000501-1"]
    delivered = {"status": "DELIVERED", "occurredAt": moment()}
    execute(ADD, {"id": global_id(first), "input": delivered}, actor=packer)
    for narrowed in ({"status": ["DELIVERED"]}, {"search": "000501"}):
        found = execute(document, {**variables, **narrowed}, actor=packer).data["shipments"]
        assert [edge["node"]["reference"] for edge in found["edges"]] == ["BD-2026-000501-1"]
        assert found["totalCount"] == 1


def test_anyone_may_know_the_carriers(execute: Execute) -> None:
    assert {row["code"] for row in execute("{ carriers { code name } }").data["carriers"]} >= {"manual", "rate_table"}
