"""Who may connect, put together, send and note answers: and that a refusal changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from catalog.traceability.portals.connection import PortalConnection
from catalog.traceability.portals.submission import PortalSubmission
from catalog.traceability.portals.submit import draft_submission
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.conftest import Execute
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_member, make_seller
from tests.factories.traceability import make_lot, make_step

pytestmark = pytest.mark.django_db
ERRORS = "errors { field code }"
CREATE = f'mutation ($lot: ID!) {{ it: portalSubmissionCreate(lot: $lot, portal: "file_export") {{ {ERRORS} }} }}'
SEND = f"mutation ($id: ID!) {{ it: portalSubmissionSend(id: $id) {{ {ERRORS} submission {{ state }} }} }}"
ANSWER = f"""mutation ($id: ID!, $input: PortalAnswerInput!) {{
  it: portalSubmissionRecordAnswer(id: $id, input: $input) {{ {ERRORS} submission {{ state receipt }} }} }}"""
CONNECT = f"""mutation ($seller: ID!, $portal: String!, $input: PortalConnectionInput!) {{
  it: portalConnectionSet(seller: $seller, portal: $portal, input: $input) {{ {ERRORS} }} }}"""
REMOVE = f'mutation ($seller: ID!) {{ it: portalConnectionRemove(seller: $seller, portal: "rest") {{ {ERRORS} }} }}'
LIST = """query ($lot: ID!) { portalSubmissions(lot: $lot, first: 5) { edges { node {
  id missing record isWaiting files { name url } portal { name } } } } }"""


def data_of(result: Any) -> Any:
    assert result.errors is None
    return result.data


def outcome(result: Any) -> str:
    if result.errors:
        return str(result.errors[0]["extensions"]["code"])
    errors = result.data["it"]["errors"]
    return errors[0]["code"] if errors else "done"


def callers(seller: Any) -> dict[str, tuple[Any, str, str]]:
    """Each with what becomes of a manager's mutation, and of an owner's."""
    return {
        "anonymous": (None, "UNAUTHENTICATED", "UNAUTHENTICATED"),
        "buyer": (make_user(), "NOT_FOUND", "NOT_FOUND"),
        "other seller": (make_member(make_seller()), "NOT_FOUND", "NOT_FOUND"),
        "staff": (make_operator(), "NOT_FOUND", "NOT_FOUND"),
        "packer": (make_member(seller, role=MemberRole.PACKER), "PERMISSION_DENIED", "PERMISSION_DENIED"),
        "manager": (make_member(seller, role=MemberRole.MANAGER), "done", "PERMISSION_DENIED"),
        "owner": (make_member(seller), "done", "done"),
    }


def state() -> Any:
    return list(PortalSubmission.objects.order_by("pk").values()), list(PortalConnection.objects.values())


def test_who_may_do_what(execute: Execute) -> None:
    lot = make_lot()
    make_step(lot)
    connect = {"portal": "rest", "input": {"url": "https://portal.example/api", "token": "k"}}
    for who, (actor, of_manager, of_owner) in callers(lot.seller).items():
        row = draft_submission(lot=lot, portal="file_export", by=make_user(), now=lot.created_at)
        key, seller = to_global_id("PortalSubmission", row.pk), to_global_id("Seller", lot.seller_id)
        no = {"input": {"accepted": False, "reason": "Thiếu mã"}}
        for document, variables, expected in (
            (CREATE, {"lot": to_global_id("Lot", lot.pk)}, of_manager),
            (SEND, {"id": key}, of_manager),
            (ANSWER, {"id": key, **no}, of_manager),
            (CONNECT, {"seller": seller, **connect}, of_owner),
            (REMOVE, {"seller": seller}, of_owner),
        ):
            before = state()
            assert outcome(execute(document, variables, actor=actor)) == expected, (who, document)
            assert expected == "done" or state() == before, (who, document)
        PortalSubmission.objects.all().delete()


def test_a_file_is_handed_in_and_its_answer_noted(execute: Execute) -> None:
    lot = make_lot()
    make_step(lot)
    owner = make_member(lot.seller)
    assert outcome(execute(CREATE, {"lot": to_global_id("Lot", lot.pk)}, actor=owner)) == "done"
    data = data_of(execute(LIST, {"lot": to_global_id("Lot", lot.pk)}, actor=owner, language="vi"))
    (row,) = (edge["node"] for edge in data["portalSubmissions"]["edges"])
    assert row["record"]["lot"]["number"] == lot.number
    assert {"traceCode", "certificates", "stages[].placeCode"} <= set(row["missing"])
    yes = {"id": row["id"], "input": {"accepted": True, "receipt": "BN-77"}}
    assert outcome(execute(ANSWER, yes, actor=owner)) == "WRONG_STATE", "nothing was handed in yet"
    assert data_of(execute(SEND, {"id": row["id"]}, actor=owner))["it"]["submission"]["state"] == "SENT"
    assert outcome(execute(SEND, {"id": row["id"]}, actor=owner)) == "WRONG_STATE"
    without = {"id": row["id"], "input": {"accepted": True, "receipt": " "}}
    assert outcome(execute(ANSWER, without, actor=owner)) == "REQUIRED", "accepted is only what has a receipt"
    said = data_of(execute(ANSWER, yes, actor=owner))["it"]["submission"]
    assert (said["state"], said["receipt"]) == ("ACCEPTED", "BN-77")
    files = {file["name"]: Client().get(file["url"].partition("8000")[2]) for file in row["files"]}
    assert {name: answer.status_code for name, answer in files.items()} == {
        "record.json": 200, "record.csv": 200, "stages.csv": 200,
    }  # fmt: skip
    assert Client().get("/portal-files/x").status_code == 404


def test_what_a_connection_cannot_be(execute: Execute) -> None:
    seller = make_seller()
    owner = make_member(seller)

    def said(portal: str = "rest", **more: Any) -> str:
        given = {"url": "https://portal.example", "token": "k", **more}
        variables = {"seller": to_global_id("Seller", seller.pk), "portal": portal, "input": given}
        return outcome(execute(CONNECT, variables, actor=owner))

    def pair(theirs: str, ours: str) -> list[dict[str, str]]:
        return [{"portalField": theirs, "recordField": ours}]

    assert said("national") == "NOT_FOUND"
    assert said("file_export") == "INVALID"
    assert said(url="http://portal.example") == "INVALID"
    assert said(token="k" * 2001) == "INVALID"
    for theirs, ours in (("a[].b", "product.name"), ("a", "stages[].name"), ("a..b", "x"), ("", "x"), ("a", "x y"),
                         ("a[].b[].c", "x[].y[].z"), ("a" * 201, "x")):  # fmt: skip
        assert said(fields=pair(theirs, ours)) == "INVALID", (theirs, ours)
    assert not PortalConnection.objects.exists()
    assert said(fields=pair("congDoan[].tên", "stages[].name")) == "done"
    assert outcome(execute(SEND, {"id": to_global_id("PortalSubmission", "7")}, actor=owner)) in (
        "BAD_ID",
        "GRAPHQL_ERROR",
    )


def test_what_is_not_connected_is_not_sent(execute: Execute) -> None:
    lot = make_lot()
    row = draft_submission(lot=lot, portal="rest", by=make_user(), now=lot.created_at)
    sent = execute(SEND, {"id": to_global_id("PortalSubmission", row.pk)}, actor=make_member(lot.seller))
    assert outcome(sent) == "WRONG_STATE"
    row.refresh_from_db()
    assert row.next_try_at is None
