from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from i18n.messages import gettext
from marketplace.sellers.member import MemberRole
from orders.lifecycle.cancel import cancel_order
from orders.models import Order
from tests.factories.accounts import make_operator, make_user
from tests.factories.orders import BUYER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.sellers import make_member
from tests.orders.graphql.conftest import Call, execute
from tests.orders.graphql.order_documents import (
    LIST,
    ORDER,
    SELLER_LIST,
    SHIP,
    gid,
    part_gid,
    seller_gid,
)

pytestmark = pytest.mark.django_db

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


def test_each_reads_the_way_of_delivery_in_their_own_language(call: Call) -> None:
    order = make_order()
    document = (
        "query ($id: ID!, $token: String) { order(id: $id, token: $token) { sellerOrders { deliveryMethodName } } }"
    )
    found = {}
    for language in ("nl", "vi"):
        seen = call(document, {"id": gid(order), "token": order.token}, language=language)
        found[language] = seen["order"]["sellerOrders"][0]["deliveryMethodName"]
    title = order.seller_orders.get().delivery_method_name
    assert found == {language: gettext(language, title) for language in found}
    assert found["nl"] != found["vi"]


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
