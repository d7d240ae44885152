from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product, Stock
from logistics.carriers.carrier import CarrierError
from logistics.carriers.registry import carrier_of
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.fulfillment.pack import pack_seller_order
from orders.lifecycle.cancel import cancel_order
from orders.models import Order, OrderEvent, Payment, SellerOrder
from orders.payments.mark_as_paid import mark_as_paid
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_media
from tests.factories.orders import BUYER, SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.sellers import make_member
from tests.orders.graphql.conftest import Call, execute

pytestmark = pytest.mark.django_db

ORDER = """query ($id: ID!, $token: String) { order(id: $id, token: $token) {
  id number created status statusDisplay userEmail languageCode isPaid proformaUrl channel { slug }
  shippingAddress { city phone } billingAddress { city } subtotal { gross { amount } } total { gross { amount } }
  payment { gateway status } events { type at by message reason } availableActions
  sellerOrders { number status seller { name } buyerName total { gross { amount } } events { message }
    lines { productName productSku quantityFulfilled originCountry { code } variant { id } }
    fulfillments { id status lines { quantity orderLine { productSku } } shipment { id } } availableActions } } }"""
LIST = """query ($first: Int) { orders(first: $first) { totalCount edges { node {
  number status statusDisplay isPaid total { gross { amount } tax { amount } } payment { status }
  channel { slug } availableActions proformaUrl events { message by }
  sellerOrders { number status seller { name } buyerName shippingAddress { city } events { message }
    lines { productName quantity unitPrice { gross { amount } } thumbnail { url } variant { id } }
    fulfillments { status lines { quantity orderLine { productName } } shipment { id } } } } } } }"""
SELLER_LIST = """query ($seller: ID!, $filter: SellerOrderFilterInput) {
  sellerOrders(seller: $seller, first: 50, filter: $filter) { totalCount edges { node {
    id number status statusDisplay buyerName shippingAddress { city phone } availableActions
    order { number note status statusDisplay channel { slug } } lines { productName } events { message } } } } }"""


HIDDEN_FROM_SELLERS = (
    "userEmail",
    "sellerOrders { number }",
    "total { gross { amount } }",
    "subtotal { gross { amount } }",
    "shippingPrice { gross { amount } }",
    "payment { status }",
    "events { message }",
    "proformaUrl",
    "shippingAddress { city }",
    "billingAddress { city }",
    "availableActions",
)


def gid(order: Order) -> str:
    return to_global_id("Order", order.pk)


def part_gid(part: SellerOrder) -> str:
    return to_global_id("SellerOrder", part.pk)


def seller_gid(part: SellerOrder) -> str:
    return to_global_id("Seller", part.seller_id)


def buyers_order(user: Any) -> Order:
    order = make_paid_order()
    Order.objects.filter(pk=order.pk).update(user=user)
    return Order.objects.get(pk=order.pk)


def test_an_order_is_seen_by_its_buyer_by_the_token_and_by_staff(call: Call) -> None:
    buyer = make_user()
    order = buyers_order(buyer)
    part = order.seller_orders.get()
    for actor, token in ((buyer, None), (None, order.token), (make_user(), order.token), (make_operator(), None)):
        seen = call(ORDER, {"id": gid(order), "token": token}, actor=actor)["order"]
        assert seen["number"] == order.number
        assert seen["userEmail"] == order.email
        assert seen["proformaUrl"].startswith("http")
        assert seen["sellerOrders"][0]["availableActions"] == []
    strangers = (None, make_user(), make_member(part.seller))
    for actor in strangers:
        for token in (None, "", "wrong", order.token[:-1], "é" * 40):
            assert call(ORDER, {"id": gid(order), "token": token}, actor=actor)["order"] is None


def test_the_history_names_roles_and_never_people(call: Call) -> None:
    order = make_order()
    cancel_order(order_id=order.pk, by=BUYER, reason="Te laat")
    events = call(ORDER, {"id": gid(order), "token": order.token})["order"]["events"]
    assert [(event["type"], event["by"]) for event in events] == [("PLACED", "Buyer"), ("CANCELED", "Buyer")]
    assert events[1]["message"] == f"{order.number}-1 was cancelled."
    assert events[1]["reason"] == "Te laat"


def test_a_buyer_lists_only_their_own_orders_and_staff_all(call: Call) -> None:
    buyer = make_user()
    mine, others = buyers_order(buyer), buyers_order(make_user())
    numbers = lambda data: {edge["node"]["number"] for edge in data["orders"]["edges"]}  # noqa: E731  # three uses here
    assert numbers(call(LIST, {"first": 10}, actor=buyer)) == {mine.number}
    assert numbers(call(LIST, {"first": 10}, actor=make_operator())) == {mine.number, others.number}
    refused = execute(LIST, {"first": 10})
    assert refused.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_lists_are_filtered_by_status_and_number(call: Call) -> None:
    operator = make_operator()
    paid, unpaid = make_paid_order(), make_order()
    document = "query ($filter: OrderFilterInput) { orders(filter: $filter, first: 9) { edges { node { number } } } }"
    cases: list[tuple[dict[str, Any], set[str]]] = [
        ({"status": ["UNPAID"]}, {unpaid.number}),
        ({"search": paid.number[-6:]}, {paid.number}),
        ({"search": "sanne@"}, {paid.number, unpaid.number}),
        ({"search": "nobody"}, set()),
    ]
    for given, expected in cases:
        edges = call(document, {"filter": given}, actor=operator)["orders"]["edges"]
        assert {edge["node"]["number"] for edge in edges} == expected
    assert execute(document, {"filter": {"search": "x" * 101}}, actor=operator).errors


def test_the_list_takes_the_same_queries_for_one_order_as_for_five(call: Call) -> None:
    buyer = make_user()

    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            call(LIST, {"first": 20}, actor=buyer)
        return len(queries)

    order = make_packed_order((make_chair(), 1), (make_chair(), 2))
    Order.objects.update(user=buyer)
    call(SHIP, {"id": part_gid(order.seller_orders.first()), "input": {"carrier": "Sample"}}, actor=make_operator())
    one = statements()
    for _ in range(4):
        more = make_packed_order((make_chair(), 1), (make_chair(), 2))
        call(SHIP, {"id": part_gid(more.seller_orders.first()), "input": {"carrier": "Sample"}}, actor=make_operator())
    Order.objects.update(user=buyer)
    assert statements() == one


def test_a_seller_sees_the_buyers_address_and_not_their_mail_or_the_other_sellers(call: Call) -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 1))
    first, second = order.seller_orders.order_by("position")
    packer = make_member(first.seller, MemberRole.PACKER)

    (edge,) = call(SELLER_LIST, {"seller": seller_gid(first)}, actor=packer)["sellerOrders"]["edges"]

    node = edge["node"]
    assert (node["number"], node["buyerName"]) == (first.number, "Sanne Voorbeeld")
    assert node["shippingAddress"]["phone"] == "+31301234567"
    assert node["availableActions"] == ["PACK", "CANCEL"]
    assert node["order"]["number"] == order.number
    for hidden in HIDDEN_FROM_SELLERS:
        document = f"query ($id: ID!) {{ sellerOrder(id: $id) {{ order {{ {hidden} }} }} }}"
        result = execute(document, {"id": part_gid(first)}, actor=packer)
        assert result.errors[0]["extensions"]["code"] == "PERMISSION_DENIED", hidden
    refused = execute(SELLER_LIST, {"seller": seller_gid(second)}, actor=packer)
    assert refused.errors[0]["extensions"]["code"] == "PERMISSION_DENIED"
    assert call("query ($id: ID!) { sellerOrder(id: $id) { number } }", {"id": part_gid(second)}, actor=packer) == {
        "sellerOrder": None
    }


def test_a_sellers_list_is_filtered(call: Call) -> None:
    part = make_paid_order().seller_orders.get()
    member = make_member(part.seller)
    cases: list[tuple[dict[str, Any], int]] = [
        ({"status": ["CONFIRMED"]}, 1), ({"status": ["PACKING", "SHIPPED"]}, 0), ({"search": part.number}, 1),
        ({"search": "zzz"}, 0),
    ]  # fmt: skip
    for given, count in cases:
        data = call(SELLER_LIST, {"seller": seller_gid(part), "filter": given}, actor=member)
        assert data["sellerOrders"]["totalCount"] == count


SHIP = """mutation ($id: ID!, $input: SellerOrderShipInput!) { sellerOrderShip(id: $id, input: $input) {
  fulfillment { status lines { quantity } } errors { field code message } } }"""
PACK = "mutation ($id: ID!) { sellerOrderPack(id: $id) { sellerOrder { status availableActions } errors { code } } }"
CANCEL_PART = """mutation ($id: ID!) { sellerOrderCancel(id: $id, reason: "Broken") {
  sellerOrder { status } errors { code } } }"""
CANCEL = """mutation ($id: ID!, $token: String) { orderCancel(id: $id, token: $token, reason: "No") {
  order { status } errors { code } } }"""
PAID = """mutation ($id: ID!) { orderMarkAsPaid(id: $id, reference: "STMT 1") { order { status } errors { code } } }"""
REFUND_SENT = """mutation ($id: ID!) { sellerOrderMarkRefundSent(id: $id, reference: "OUT 1") {
  sellerOrder { status } errors { code } } }"""


def everything() -> Any:
    return (
        sorted(Order.objects.values_list("number", "status")),
        sorted(SellerOrder.objects.values_list("number", "status")),
        sorted(Payment.objects.values_list("status", "amount", "refunded_amount")),
        OrderEvent.objects.count(),
        sorted(Stock.objects.values_list("pk", "quantity", "quantity_allocated")),
    )


def outcome(document: str, variables: dict[str, Any], actor: Any) -> str:
    """DONE, or the code of the refusal."""
    result = execute(document, variables, actor=actor)
    if result.errors:
        return str(result.errors[0]["extensions"]["code"])
    (payload,) = result.data.values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else "DONE"


CALLERS = ("anonymous", "buyer", "stranger", "other seller", "packer", "manager", "staff")


def caller(name: str, order: Order, part: SellerOrder) -> Any:
    match name:
        case "buyer":
            user = make_user()
            Order.objects.filter(pk=order.pk).update(user=user)
            return user
        case "stranger":
            return make_user()
        case "other seller":
            return make_member(make_chair().seller)
        case "packer" | "manager":
            return make_member(part.seller, MemberRole[name.upper()])
        case "staff":
            return make_operator()
    return None


TABLE: dict[str, tuple[str, dict[str, str]]] = {
    # who gets what; everybody not named gets the answer under "else"
    "pack": (PACK, {"packer": "DONE", "manager": "DONE", "staff": "DONE", "anonymous": "UNAUTHENTICATED"}),
    "ship": (SHIP, {"packer": "DONE", "manager": "DONE", "staff": "DONE", "anonymous": "UNAUTHENTICATED"}),
    "cancel part": (CANCEL_PART, {"manager": "DONE", "staff": "DONE", "anonymous": "UNAUTHENTICATED"}),
    "cancel": (CANCEL, {"buyer": "DONE", "staff": "DONE"}),
    "paid": (PAID, {"staff": "DONE", "anonymous": "UNAUTHENTICATED", "else": "PERMISSION_DENIED"}),
    "refund sent": (REFUND_SENT, {"staff": "DONE", "anonymous": "UNAUTHENTICATED", "else": "PERMISSION_DENIED"}),
}


@pytest.mark.parametrize("name", CALLERS)
@pytest.mark.parametrize("mutation", TABLE)
def test_who_may_do_what(mutation: str, name: str) -> None:
    document, table = TABLE[mutation]
    order = {"ship": make_packed_order, "paid": make_order, "refund sent": make_order}.get(mutation, make_paid_order)()
    part = order.seller_orders.get()
    if mutation == "refund sent":
        mark_as_paid(order_id=order.pk, reference="in", by=make_operator())
        cancel_order(order_id=order.pk, by=BUYER, reason="")
    actor = caller(name, order, part)
    expected = table.get(name, table.get("else", "NOT_FOUND"))
    variables = {"id": gid(order) if mutation in ("cancel", "paid") else part_gid(part)}
    if mutation == "ship":
        variables["input"] = {"carrier": "Sample Lines", "trackingNumber": "S1"}  # type: ignore[assignment]
    before = everything()

    assert outcome(document, variables, actor) == expected

    assert (everything() == before) == (expected != "DONE")


def test_a_guest_cancels_with_the_token_only(call: Call) -> None:
    order = make_order()
    assert outcome(CANCEL, {"id": gid(order), "token": "wrong"}, None) == "NOT_FOUND"
    assert outcome(CANCEL, {"id": gid(order), "token": order.token}, None) == "DONE"


def test_what_the_state_forbids_is_refused_with_a_reason(call: Call) -> None:
    order = make_packed_order()
    part = order.seller_orders.get()
    manager = make_member(part.seller)
    before = everything()
    assert outcome(CANCEL, {"id": gid(order), "token": order.token}, None) == "ILLEGAL_MOVE"
    assert outcome(CANCEL_PART, {"id": part_gid(part)}, manager) == "ILLEGAL_MOVE"
    assert outcome(PACK, {"id": part_gid(part)}, manager) == "ILLEGAL_MOVE"
    assert outcome(PAID, {"id": gid(order)}, make_operator()) == "NOTHING_TO_PAY"
    assert outcome(REFUND_SENT, {"id": part_gid(part)}, make_operator()) == "NO_REFUND"
    assert everything() == before


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"carrier": ""}, "REQUIRED"),
        ({"carrier": "x" * 81}, "INVALID"),
        ({"carrier": "S", "traceCodes": ["NOSUCHCODE00"]}, "UNKNOWN_TRACE_CODE"),
        ({"carrier": "S", "parcels": [{"grossWeightG": -1}]}, "INVALID"),
        ({"carrier": "S", "parcels": [{"grossWeightG": 1}] * 201}, "TOO_MANY"),
        ({"carrier": "S", "trackingNumber": "<script>"}, "INVALID"),
        ({"carrier": "S", "lines": []}, "INVALID"),
        ({"carrier": "S", "lines": "too many"}, "INVALID"),
        ({"carrier": "S", "lines": "twice"}, "UNIQUE"),
    ],
)
def test_a_shipment_that_cannot_be_ships_nothing(given: dict[str, Any], code: str) -> None:
    part = make_packed_order((make_chair(), 2)).seller_orders.get()
    key = to_global_id("OrderLine", part.lines.get().pk)
    lines = {"too many": [{"orderLineId": key, "quantity": 3}], "twice": [{"orderLineId": key, "quantity": 1}] * 2}
    if isinstance(given.get("lines"), str):
        given = {**given, "lines": lines[given["lines"]]}
    before = everything()
    assert outcome(SHIP, {"id": part_gid(part), "input": given}, make_member(part.seller)) == code
    assert everything() == before


def test_a_part_of_the_goods_can_be_shipped(call: Call) -> None:
    part = make_packed_order((make_chair(), 3)).seller_orders.get()
    line = {"orderLineId": to_global_id("OrderLine", part.lines.get().pk), "quantity": 2}
    given = {"carrier": "Sample Lines", "lines": [line], "parcels": [{"grossWeightG": 9000, "lengthMm": 900}]}
    payload = call(SHIP, {"id": part_gid(part), "input": given}, actor=make_member(part.seller))["sellerOrderShip"]
    assert payload["fulfillment"]["lines"] == [{"quantity": 2}]
    seen = call(ORDER, {"id": gid(part.order), "token": part.order.token})["order"]
    assert seen["status"] == "PARTIALLY_FULFILLED"
    assert seen["sellerOrders"][0]["lines"][0]["quantityFulfilled"] == 2


def test_the_buyer_may_not_cancel_once_packing_began(call: Call) -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 1))
    read = {"id": gid(order), "token": order.token}
    assert call(ORDER, read)["order"]["availableActions"] == ["CANCEL"]
    pack_seller_order(seller_order_id=order.seller_orders.get(position=1).pk, by=SELLER)
    assert call(ORDER, read)["order"]["availableActions"] == []


def test_a_carrier_that_does_not_answer_ships_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    part = make_packed_order().seller_orders.get()

    def fail(*_args: Any, **_options: Any) -> None:
        raise CarrierError("manual", "no answer", permanent=False)

    monkeypatch.setattr(type(carrier_of("manual")), "book", fail)
    before = everything()
    variables = {"id": part_gid(part), "input": {"carrier": "S"}}
    assert outcome(SHIP, variables, make_member(part.seller)) == "CARRIER_UNAVAILABLE"
    assert everything() == before


def test_a_line_shows_its_products_picture(call: Call) -> None:
    order = make_order()
    make_media(Product.objects.get(pk=order.seller_orders.get().lines.get().variant.product_id))  # type: ignore[union-attr]
    document = """query ($id: ID!, $token: String) { order(id: $id, token: $token) {
      sellerOrders { lines { thumbnail(size: 256) { url alt } } } } }"""
    seen = call(document, {"id": gid(order), "token": order.token})["order"]["sellerOrders"][0]["lines"][0]
    assert seen["thumbnail"]["url"]
