"""Events, capture jobs and rules of visibility through the API: each query and mutation by each kind of caller."""

from typing import Any

import pytest

from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.rights.field_visibility import FieldVisibility
from catalog.traceability.epcis.rights.set_field_visibility import MOST_RULES
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from marketplace.accounts.permissions import StaffRole
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from tests.catalog.traceability.conftest import Execute
from tests.factories.accounts import make_operator, make_user
from tests.factories.epcis import OWN, make_event, shipping_document
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db
EVENTS = """query ($lot: ID!) { lotEvents(lot: $lot, first: 20) { totalCount edges { node {
  eventId hash type action bizStep disposition readPoint isErrorDeclaration document } } } }"""
JOBS = """query ($seller: ID!) { captureJobs(seller: $seller, first: 5) { edges { node {
  id isRunning isSuccess errorBehaviour eventCount capturedCount finishedAt errors { title detail status } } } } }"""
RULES = "query ($seller: ID!) { fieldVisibilities(seller: $seller) { field audience isDefault } }"
SET = """mutation ($seller: ID!, $field: String!, $audience: EpcisAudience) {
  fieldVisibilitySet(seller: $seller, field: $field, audience: $audience) {
    fieldVisibilities { field audience isDefault } errors { field code message } } }"""


def about(lot: Lot, **overrides: Any) -> dict[str, Any]:
    return {"quantityList": [{"epcClass": lot_uri(lot), "quantity": lot.quantity}], **overrides}


def seller_id(seller: Seller) -> str:
    return to_global_id("Seller", seller.pk)


def events(execute: Execute, lot: Lot, actor: Any = None) -> list[dict[str, Any]]:
    result = execute(EVENTS, {"lot": to_global_id("Lot", str(lot.pk))}, actor=actor)
    assert not result.errors
    assert result.data is not None
    return [edge["node"] for edge in result.data["lotEvents"]["edges"]]


def test_everybody_reads_of_a_lots_events_what_they_may(execute: Execute) -> None:
    lot, partner = make_lot(), make_seller()
    made = make_event(lot.seller, audience="PUBLIC", **about(lot))
    make_event(lot.seller, **shipping_document(partner, **about(lot)))
    make_event(lot.seller, audience="AUTHORITY", **about(lot, bizStep="inspecting", action="OBSERVE"))
    make_event(lot.seller, audience="OWNER", **about(lot, bizStep="storing", action="OBSERVE"))
    make_event(lot.seller, audience="PUBLIC")
    inspector = make_user(staff_roles=[StaffRole.AUTHORITY.value])
    readers = {
        "anonymous": (None, 1), "buyer": (make_user(), 1), "other seller": (make_member(make_seller()), 1),
        "partner": (make_member(partner, role="PACKER"), 2), "inspector": (inspector, 3),
        "operator": (make_operator(), 3), "own": (make_member(lot.seller, role="PACKER"), 4),
    }  # fmt: skip
    found = {who: len(events(execute, lot, actor)) for who, (actor, _) in readers.items()}
    assert found == {who: count for who, (_, count) in readers.items()}
    (first,) = events(execute, lot)
    assert (first["eventId"], first["bizStep"], first["type"]) == (made.event_id, "commissioning", "OBJECT")
    assert first["document"]["eventID"] == first["hash"] == made.event_id


def test_what_is_hidden_is_neither_in_the_document_nor_in_a_field(execute: Execute) -> None:
    lot = make_lot()
    FieldVisibility.objects.create(seller=lot.seller, field="bizStep", audience="CHAIN")
    FieldVisibility.objects.create(seller=lot.seller, field="readPoint", audience="CHAIN")
    place = {"readPoint": {"id": "urn:x:gate"}}
    make_event(lot.seller, audience="PUBLIC", **shipping_document(make_seller(), **about(lot), **place))
    (public,) = events(execute, lot)
    assert (public["bizStep"], public["readPoint"]) == (None, None)
    assert not {"bizStep", "readPoint", "destinationList"} & set(public["document"])
    (own,) = events(execute, lot, make_member(lot.seller))
    assert (own["bizStep"], own["readPoint"], own["disposition"]) == ("shipping", "urn:x:gate", "in_transit")
    assert "destinationList" in own["document"]


def test_an_unknown_lot_has_no_events(execute: Execute) -> None:
    unknown = to_global_id("Lot", "00000000-0000-4000-8000-000000000000")
    result = execute(EVENTS, {"lot": unknown})
    assert result.data == {"lotEvents": {"totalCount": 0, "edges": []}}
    assert execute(EVENTS, {"lot": to_global_id("Lot", "x")}).errors


def test_jobs_and_rules_are_for_those_who_work_for_the_seller(execute: Execute) -> None:
    seller = make_seller()
    CaptureJob.objects.create(
        seller=seller, media_type="application/json", body=b"", event_count=2, captured_count=1, is_running=False,
        is_success=False, error_behaviour="proceed", errors=[{"title": "Not valid", "status": 400, "detail": "/0: no"}],
    )  # fmt: skip
    variables = {"seller": seller_id(seller)}
    allowed: dict[str, Any] = {"packer": make_member(seller, role="PACKER"), "owner": make_member(seller)}
    refused: dict[str, Any] = {
        "anonymous": None,
        "buyer": make_user(),
        "other": make_member(make_seller()),
        "staff": make_operator(),
    }
    actor: Any
    for who, actor in allowed.items():
        result = execute(JOBS, variables, actor=actor)
        assert result.data is not None, who
        (edge,) = result.data["captureJobs"]["edges"]
        node = edge["node"]
        assert (node["errorBehaviour"], node["eventCount"], node["capturedCount"]) == ("PROCEED", 2, 1)
        assert node["errors"] == [{"title": "Not valid", "detail": "/0: no", "status": 400}]
        rules = execute(RULES, variables, actor=actor).data
        assert rules is not None
        assert {"field": "sourceList", "audience": "CHAIN", "isDefault": True} in rules["fieldVisibilities"]
    for who, actor in refused.items():
        for query in (JOBS, RULES):
            assert execute(query, variables, actor=actor).errors, who


def test_who_may_set_a_rule(execute: Execute) -> None:
    seller = make_seller()
    variables = {"seller": seller_id(seller), "field": f"ilmd/{OWN}farm", "audience": "AUTHORITY"}
    refused: dict[str, Any] = {
        "anonymous": None, "buyer": make_user(), "other": make_member(make_seller()), "staff": make_operator(),
        "packer": make_member(seller, role="PACKER"),
    }  # fmt: skip
    for who, actor in refused.items():
        result = execute(SET, variables, actor=actor)
        data = (result.data or {}).get("fieldVisibilitySet")
        assert result.errors or (data and data["errors"]), who
        assert not FieldVisibility.objects.exists(), who
    manager = make_member(seller, role="MANAGER")
    data = execute(SET, variables, actor=manager).data
    assert data is not None
    rule = {"field": f"ilmd/{OWN}farm", "audience": "AUTHORITY", "isDefault": False}
    assert rule in data["fieldVisibilitySet"]["fieldVisibilities"]
    execute(SET, {**variables, "audience": None}, actor=manager)
    assert not FieldVisibility.objects.exists()


def test_only_fields_that_can_be_hidden_have_rules_and_not_without_end(execute: Execute) -> None:
    seller = make_seller()
    manager = make_member(seller, role="MANAGER")

    def errors(field: str) -> Any:
        variables = {"seller": seller_id(seller), "field": field, "audience": "OWNER"}
        data = execute(SET, variables, actor=manager).data
        assert data is not None
        return [(error["field"], error["code"]) for error in data["fieldVisibilitySet"]["errors"]]

    for wrong in (
        "",
        "eventTime",
        "errorDeclaration",
        "eventID",
        "wood",
        "ilmd/wood",
        "https://a b",
        "urn:" + "x" * 400,
    ):
        assert errors(wrong) == [("field", "INVALID")], wrong
    FieldVisibility.objects.bulk_create(
        FieldVisibility(seller=seller, field=f"{OWN}{number}", audience="OWNER") for number in range(MOST_RULES)
    )
    assert errors("sourceList") == [("field", "INVALID")]
    assert errors(f"{OWN}0") == []
