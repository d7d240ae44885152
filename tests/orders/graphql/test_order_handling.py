from typing import Any

import pytest

from catalog.models import Product, Stock
from logistics.carrier import CarrierError
from logistics.carriers.registry import carrier_of
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.fulfillment.pack import pack_seller_order
from orders.lifecycle.cancel import cancel_order
from orders.models import Order, OrderEvent, Payment, SellerOrder
from orders.payments.mark_as_paid import mark_as_paid
from tests.factories.accounts import make_operator, make_user
from tests.factories.aftermath import make_delivered_order
from tests.factories.catalog import make_media
from tests.factories.orders import BUYER, SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.screening import make_denied_list
from tests.factories.sellers import make_member
from tests.orders.graphql.conftest import Call, execute
from tests.orders.graphql.order_documents import (
    CANCEL,
    CANCEL_PART,
    ORDER,
    PACK,
    PAID,
    REFUND_SENT,
    SHIP,
    gid,
    part_gid,
)

pytestmark = pytest.mark.django_db


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
    shipped = make_delivered_order().seller_orders.get()
    before = everything()
    assert outcome(CANCEL, {"id": gid(order), "token": order.token}, None) == "ILLEGAL_MOVE"
    assert outcome(CANCEL_PART, {"id": part_gid(shipped)}, make_member(shipped.seller)) == "ILLEGAL_MOVE"
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


def test_a_held_order_is_refused_by_name_and_stays_packed(call: Call) -> None:
    order = make_packed_order()
    order.shipping_address |= {"first_name": "Ivan", "last_name": "Petrovsky"}
    order.save(update_fields=["shipping_address"])
    make_denied_list()
    (part,) = order.seller_orders.all()
    given = {"carrier": "Sample Lines", "trackingNumber": "SMPL1"}
    payload = call(SHIP, {"id": part_gid(part), "input": given}, actor=make_member(part.seller))["sellerOrderShip"]
    assert [error["code"] for error in payload["errors"]] == ["HELD"]
    part.refresh_from_db()
    assert (part.status, part.fulfillments.count()) == ("PACKING", 0)
