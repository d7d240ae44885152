"""Edits, returns and disputes through the API: who may, and that a refusal changed nothing."""

from typing import Any

import pytest
from django.utils import timezone

from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.disputes.settle import escalate_dispute
from orders.models import Dispute, DisputeMessage, Order, OrderEvent, OrderLine, Refund, ReturnRequest, SellerOrder
from orders.returns.decide import approve_return
from tests.factories.accounts import make_operator, make_user
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.orders import BUYER, SELLER, make_chair, make_paid_order
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql import aftermath_documents as documents
from tests.orders.graphql.conftest import Call, execute

pytestmark = pytest.mark.django_db
CALLERS = ("anonymous", "token", "buyer", "stranger", "other seller", "packer", "manager", "staff")


def everything() -> Any:
    return (
        sorted(SellerOrder.objects.values_list("status", "note", "canceled_amount")),
        sorted(OrderLine.objects.values_list("pk", "quantity_canceled", "quantity_returned")),
        sorted(ReturnRequest.objects.values_list("number", "status")),
        sorted(Dispute.objects.values_list("number", "status", "offered_amount", "refunded_amount")),
        sorted(Order.objects.values_list("number", "note")),
        (OrderEvent.objects.count(), Refund.objects.count(), DisputeMessage.objects.count()),
    )


def outcome(document: str, variables: dict[str, Any], actor: Any) -> str:
    """DONE, or the code of the refusal."""
    result = execute(document, variables, actor=actor)
    if result.errors:
        return str(result.errors[0]["extensions"]["code"])
    (payload,) = result.data.values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else "DONE"


def caller(name: str, part: SellerOrder) -> Any:
    match name:
        case "buyer":
            user = make_user()
            Order.objects.filter(pk=part.order_id).update(user=user)
            return user
        case "stranger":
            return make_user()
        case "other seller":
            return make_member(make_seller(), MemberRole.OWNER)
        case "packer":
            return make_member(part.seller, MemberRole.PACKER)
        case "manager":
            return make_member(part.seller, MemberRole.MANAGER)
        case "staff":
            return make_operator()
    return None


def check(document: str, variables: dict[str, Any], part: SellerOrder, name: str, allowed: set[str]) -> None:
    actor = caller(name, part)
    if name == "token":
        variables = {**variables, "token": part.order.token}
    before = everything()
    answer = outcome(document, variables, actor)
    if name in allowed:
        assert answer == "DONE"
        assert everything() != before
    else:
        assert answer in {"NOT_FOUND", "UNAUTHENTICATED", "PERMISSION_DENIED"}
        assert everything() == before


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def pieces(part: SellerOrder, quantity: int = 1, **more: Any) -> list[dict[str, Any]]:
    return [{"orderLineId": gid(part.lines.get()), "quantity": quantity, **more}]


def paid_part() -> SellerOrder:
    return make_paid_order((make_chair(), 3)).seller_orders.get()


def delivered_part() -> SellerOrder:
    return make_delivered_order((make_chair(), 3)).seller_orders.get()


@pytest.mark.parametrize("name", CALLERS)
def test_who_calls_pieces_off(name: str) -> None:
    part = paid_part()
    variables = {"id": gid(part.lines.get()), "quantity": 1}
    check(documents.LINE_CANCEL, variables, part, name, {"token", "buyer", "staff"})


@pytest.mark.parametrize("name", [name for name in CALLERS if name != "token"])
def test_who_calls_pieces_off_for_the_seller(name: str) -> None:
    part = paid_part()
    check(documents.PART_CANCEL, {"id": gid(part), "lines": pieces(part)}, part, name, {"manager", "staff"})


@pytest.mark.parametrize("name", CALLERS)
def test_who_edits_an_order(name: str) -> None:
    part = paid_part()
    variables = {"id": gid(part.order), "input": {"note": "Ring twice"}}
    check(documents.ORDER_UPDATE, variables, part, name, {"token", "buyer", "staff"})


@pytest.mark.parametrize("name", [name for name in CALLERS if name != "token"])
def test_who_edits_a_sellers_part(name: str) -> None:
    part = paid_part()
    lines = {"note": "Two are left", "lines": pieces(part, 2), "reason": "One broke"}
    check(documents.PART_EDIT, {"id": gid(part), "input": lines}, part, name, {"manager", "staff"})


@pytest.mark.parametrize("name", CALLERS)
def test_who_asks_to_give_goods_back(name: str) -> None:
    part = delivered_part()
    wanted = {"lines": pieces(part), "reason": "DAMAGED", "wish": "REFUND", "explanation": "A leg is loose"}
    check(documents.RETURN, {"id": gid(part), "input": wanted}, part, name, {"token", "buyer"})


@pytest.mark.parametrize("name", [name for name in CALLERS if name != "token"])
def test_who_decides_on_a_return(name: str) -> None:
    part = delivered_part()
    variables = {"id": gid(make_return(part)), "approve": True}
    check(documents.RETURN_DECIDE, variables, part, name, {"manager"})


@pytest.mark.parametrize("document", [documents.RETURN_SEND, documents.RETURN_WITHDRAW])
@pytest.mark.parametrize("name", CALLERS)
def test_who_sends_goods_back_or_keeps_them(document: str, name: str) -> None:
    part = delivered_part()
    request = approve_return(return_id=make_return(part).pk, note="", by=SELLER, now=timezone.now())
    check(document, {"id": gid(request)}, part, name, {"token", "buyer"})


@pytest.mark.parametrize("name", [name for name in CALLERS if name != "token"])
def test_who_receives_returned_goods(name: str) -> None:
    part = delivered_part()
    request = approve_return(return_id=make_return(part).pk, note="", by=SELLER, now=timezone.now())
    variables = {"id": gid(request), "lines": pieces(part, 3, resellable=3)}
    check(documents.RETURN_RECEIVE, variables, part, name, {"packer", "manager"})


@pytest.mark.parametrize("name", CALLERS)
def test_who_opens_a_dispute(name: str) -> None:
    part = delivered_part()
    check(documents.DISPUTE, {"id": gid(part), "amount": "1.00"}, part, name, {"token", "buyer"})


@pytest.mark.parametrize("name", [name for name in CALLERS if name != "token"])
def test_who_answers_a_dispute(name: str) -> None:
    part = delivered_part()
    check(documents.DISPUTE_ANSWER, {"id": gid(make_dispute(part)), "amount": "1.00"}, part, name, {"manager"})


@pytest.mark.parametrize("name", CALLERS)
def test_who_writes_to_a_dispute(name: str) -> None:
    part = delivered_part()
    allowed = {"token", "buyer", "packer", "manager", "staff"}
    check(documents.DISPUTE_WRITE, {"id": gid(make_dispute(part))}, part, name, allowed)


@pytest.mark.parametrize("name", CALLERS)
def test_who_lets_the_marketplace_decide(name: str) -> None:
    part = delivered_part()
    check(documents.DISPUTE_ESCALATE, {"id": gid(make_dispute(part))}, part, name, {"token", "buyer"})


@pytest.mark.parametrize("name", [name for name in CALLERS if name != "token"])
def test_who_decides_a_dispute(name: str) -> None:
    part = delivered_part()
    dispute = make_dispute(part)
    escalate_dispute(dispute_id=dispute.pk, said=None, by=BUYER, now=timezone.now())
    check(documents.DISPUTE_DECIDE, {"id": gid(dispute), "amount": "1.00"}, part, name, {"staff"})


def test_staff_do_not_decide_in_their_own_matter() -> None:
    part = delivered_part()
    dispute, staff = make_dispute(part), make_operator()
    Order.objects.filter(pk=part.order_id).update(user=staff)
    assert outcome(documents.DISPUTE_DECIDE, {"id": gid(dispute), "amount": "1.00"}, staff) == "NOT_FOUND"


READ = """query($id: ID!, $token: String) {
  returnRequest(id: $id, token: $token) { number status lines { quantity orderLine { productName } }
    sellerOrder { number } files { url } availableActions } }"""
READ_DISPUTE = """query($id: ID!, $token: String) {
  dispute(id: $id, token: $token) { number possible { amount } messages { by text } availableActions
    sellerOrder { number seller { name } } } }"""


@pytest.mark.parametrize("name", CALLERS)
def test_who_reads_a_return_and_a_dispute(name: str) -> None:
    part = delivered_part()
    request, dispute = make_return(part), make_dispute(part)
    actor = caller(name, part)
    token = part.order.token if name == "token" else "guessed"
    may = name not in {"anonymous", "stranger", "other seller"}
    for document, row in ((READ, request), (READ_DISPUTE, dispute)):
        result = execute(document, {"id": gid(row), "token": token}, actor=actor)
        assert not result.errors
        (found,) = result.data.values()
        assert (found is not None) == may
        if may:
            assert found["number"] == row.number and found["sellerOrder"]["number"] == part.number


def test_each_side_reads_what_it_may_do(call: Call) -> None:
    part = delivered_part()
    request = make_return(part)
    buyer, manager = caller("buyer", part), caller("manager", part)
    actions = {
        name: call(READ, {"id": gid(request)}, actor=actor)["returnRequest"]["availableActions"]
        for name, actor in (("buyer", buyer), ("manager", manager), ("staff", make_operator()))
    }
    assert actions == {"buyer": ["WITHDRAW"], "manager": ["APPROVE", "REJECT"], "staff": []}


LISTS = """query($seller: ID, $own: ID!) {
  disputes(seller: $seller, first: 10) { edges { node { number } } }
  returnRequests(seller: $own, first: 10, filter: {status: [REQUESTED]}) { edges { node { number } } } }"""


def test_lists_are_of_a_seller_or_of_staff(call: Call) -> None:
    part, other = delivered_part(), delivered_part()
    make_dispute(part), make_dispute(other)
    make_return(part), make_return(other)
    own = to_global_id("Seller", part.seller_id)
    found = call(LISTS, {"seller": own, "own": own}, actor=caller("packer", part))
    assert [edge["node"]["number"] for edge in found["disputes"]["edges"]] == [f"{part.number}-D1"]
    assert [edge["node"]["number"] for edge in found["returnRequests"]["edges"]] == [f"{part.number}-R1"]
    everybodys = call(LISTS, {"own": own}, actor=make_operator())
    assert len(everybodys["disputes"]["edges"]) == 2
    for actor in (caller("stranger", part), caller("other seller", part)):
        result = execute(LISTS, {"seller": own, "own": own}, actor=actor)
        assert {error["extensions"]["code"] for error in result.errors or []} == {"PERMISSION_DENIED"}


def test_history_is_said_in_the_readers_language(call: Call) -> None:
    part = delivered_part()
    request = make_return(part)
    document = "query($id: ID!, $token: String) { order(id: $id, token: $token) { events { type message } } }"
    events = call(document, {"id": gid(part.order), "token": part.order.token})["order"]["events"]
    assert events[-1] == {"type": "RETURN_REQUESTED", "message": f"The return {request.number} was asked for."}
    assert all("%(" not in event["message"] for event in events)


@pytest.mark.parametrize(
    ("document", "make", "variables", "code"),
    [
        (documents.RETURN_DECIDE, make_return, {"approve": False, "note": ""}, "REQUIRED"),
        (documents.DISPUTE_ANSWER, make_dispute, {"amount": "999999"}, "CLAIM_TOO_HIGH"),
        (documents.DISPUTE_ANSWER, make_dispute, {"amount": "0.001"}, "INVALID"),
        (documents.DISPUTE_ANSWER, make_dispute, {"amount": "-1"}, "INVALID"),
    ],
)
def test_bad_input_is_said(document: str, make: Any, variables: dict[str, Any], code: str) -> None:
    part = delivered_part()
    variables = {"id": gid(make(part)), **variables}
    assert outcome(document, variables, caller("manager", part)) == code
