from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Reservation, Stock
from catalog.pricing.set_price import set_price
from marketplace.graphql import to_global_id
from orders.models import Checkout, Order
from tests.factories.accounts import make_user
from tests.factories.orders import make_chair, make_checkout, make_exchange_rate, make_ready_checkout
from tests.orders.graphql.checkout_documents import COMPLETE, CREATE, READ, address_input, gid, line, total_of
from tests.orders.graphql.conftest import Call, execute

pytestmark = pytest.mark.django_db


def test_a_guest_buys_from_two_sellers(call: Call) -> None:
    make_exchange_rate()
    chair, bowl = make_chair(price="120.00"), make_chair(price="4.50", net_weight_g=300, gross_weight_g=400)
    given = {"channel": "eu", "email": "gast@example.org", "lines": [line(chair, 1), line(bowl, 12)],
             "languageCode": "NL", "shippingAddress": address_input()}  # fmt: skip
    checkout = call(CREATE, {"input": given})["checkoutCreate"]["checkout"]
    assert [problem["code"] for problem in checkout["problems"]] == ["DELIVERY_MISSING", "DELIVERY_MISSING"]

    seen = call(READ, {"id": checkout["id"]})["checkout"]
    assert seen["subtotalPrice"]["gross"]["amount"] == Decimal("174.00")
    assert [gateway["id"] for gateway in seen["availablePaymentGateways"]] == ["bank_transfer", "test_card"]
    for group in seen["groups"]:
        assert group["deliveryMethods"][0]["price"]["currency"] == "EUR"
    for variant, group in zip((chair, bowl), seen["groups"], strict=True):
        call(
            """mutation ($id: ID!, $seller: ID!, $method: ID!) { checkoutDeliveryMethodUpdate(
                 id: $id, sellerId: $seller, deliveryMethodId: $method) { errors { code } } }""",
            {"id": checkout["id"], "seller": to_global_id("Seller", variant.seller_id),
             "method": group["deliveryMethods"][0]["id"]},
        )  # fmt: skip
    seen = call(READ, {"id": checkout["id"]})["checkout"]
    assert seen["problems"] == []
    assert seen["landedCost"] is not None
    total = seen["totalPrice"]["gross"]["amount"]

    payload = call(COMPLETE, {"id": checkout["id"], "gateway": "bank_transfer", "total": total})["checkoutComplete"]

    assert payload["errors"] == []
    order = payload["order"]
    assert order["total"]["gross"] == {"amount": total, "currency": "EUR"}
    assert order["payment"]["instructions"]["reference"].startswith("RF")
    assert order["payment"]["instructions"]["isDemonstration"] is True
    assert [part["number"] for part in order["sellerOrders"]] == [f"{order['number']}-1", f"{order['number']}-2"]
    assert order["availableActions"] == ["CANCEL", "PAY"]
    assert payload["orderToken"] == Order.objects.get().token

    again = call(COMPLETE, {"id": checkout["id"], "gateway": "bank_transfer", "total": total})["checkoutComplete"]
    assert again == payload
    assert Order.objects.count() == 1


def test_a_declined_card_can_be_followed_by_another(call: Call) -> None:
    checkout = make_ready_checkout()
    variables = {"id": gid(checkout), "gateway": "test_card", "total": total_of(call, checkout)}
    payload = call(COMPLETE, {**variables, "card": "4000000000000002"}, language="en")["checkoutComplete"]
    assert payload["confirmationNeeded"] is True
    assert payload["order"]["payment"]["failureCode"] == "CARD_DECLINED"
    assert payload["order"]["payment"]["failureMessage"] == "The card was declined."

    paid = call(
        """mutation ($id: ID!, $token: String, $card: String) { orderPay(id: $id, token: $token,
             paymentGateway: "test_card", paymentData: {cardNumber: $card}) {
             order { status isPaid payment { status } } errors { code } } }""",
        {"id": payload["order"]["id"], "token": payload["orderToken"], "card": "4242424242424242"},
    )["orderPay"]
    assert paid["order"] == {"status": "UNFULFILLED", "isPaid": True, "payment": {"status": "CHARGED"}}


def test_another_total_is_refused_and_nothing_is_done(call: Call) -> None:
    chair = make_chair(price="120.00")
    checkout = make_ready_checkout((chair, 1))
    seen = total_of(call, checkout)
    set_price(variant=chair, channel=checkout.channel, price=Decimal("125.00"))

    payload = call(COMPLETE, {"id": gid(checkout), "gateway": "bank_transfer", "total": seen})["checkoutComplete"]

    assert payload["order"] is None
    assert payload["orderToken"] is None
    assert [(error["code"], error["field"]) for error in payload["errors"]] == [("PRICE_CHANGED", "acceptedTotal")]
    assert str(seen + 5) in payload["errors"][0]["message"]
    assert not Order.objects.exists()
    assert Stock.objects.get(variant=chair).quantity_allocated == 0


def test_an_incomplete_basket_says_all_that_is_missing(call: Call) -> None:
    checkout = make_checkout(email="", shipping_address=None)
    payload = call(COMPLETE, {"id": gid(checkout), "gateway": "bank_transfer", "total": 1})["checkoutComplete"]
    assert {error["code"] for error in payload["errors"]} == {"EMAIL_MISSING", "ADDRESS_MISSING"}


def test_an_unknown_gateway_is_a_refusal(call: Call) -> None:
    payload = call(COMPLETE, {"id": gid(make_ready_checkout()), "gateway": "cash", "total": 1})["checkoutComplete"]
    assert [error["code"] for error in payload["errors"]] == ["UNKNOWN_GATEWAY"]


@pytest.mark.parametrize(
    ("quantity", "code"),
    [(2, "BELOW_MINIMUM"), (7, "NOT_A_MULTIPLE"), (60, "INSUFFICIENT_STOCK"), (0, "INVALID"), (2_000_000, "TOO_MANY")],
)
def test_a_line_that_cannot_be_is_refused_with_its_place(call: Call, quantity: int, code: str) -> None:
    good, picky = make_chair(), make_chair(moq=6, order_multiple=6, stock=30)
    make_exchange_rate()
    payload = call(CREATE, {"input": {"channel": "eu", "lines": [line(good, 1), line(picky, quantity)]}})

    (error,) = payload["checkoutCreate"]["errors"]
    assert (error["code"], error["index"], error["field"]) == (code, 1, "lines")
    assert not Checkout.objects.exists()
    assert not Reservation.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [{"channel": "mars"}, {"email": "no address"}, {"shippingAddress": {"country": "NL"}},
     {"shippingAddress": {"country": "XX"}}, {"shippingAddress": {"country": "JP", "city": "x" * 9000}}],
)  # fmt: skip
def test_nonsense_makes_no_basket(call: Call, changes: dict[str, Any]) -> None:
    given = {"channel": "eu", "lines": [line(make_chair(), 1)], **changes}
    assert call(CREATE, {"input": given})["checkoutCreate"]["errors"]
    assert not Checkout.objects.exists()


@pytest.mark.parametrize("bad", ["", "nonsense", "Q2hlY2tvdXQ6MQ==", to_global_id("Order", "x"), "x" * 5000])
def test_a_malformed_id_is_no_fault_of_ours(bad: str) -> None:
    for document in (READ, "query ($id: ID!) { order(id: $id) { number } }"):
        result = execute(document, {"id": bad})
        assert result.errors[0]["extensions"]["code"] in ("BAD_ID", "GRAPHQL_ERROR")


def test_problems_are_said_in_the_language_of_the_request(call: Call) -> None:
    seen = call(READ, {"id": gid(make_checkout())}, language="nl")["checkout"]
    assert [problem["code"] for problem in seen["problems"]] == ["DELIVERY_MISSING"]
    assert seen["problems"][0]["message"]


def test_a_basket_of_eight_lines_takes_the_queries_of_one_of_two(call: Call) -> None:
    seller = make_chair().seller
    chairs = [make_chair(seller=seller) for _ in range(8)]
    few, many = make_ready_checkout(*[(c, 1) for c in chairs[:2]]), make_ready_checkout(*[(c, 1) for c in chairs])

    def statements(checkout: Checkout) -> int:
        with CaptureQueriesContext(connection) as queries:
            call(READ, {"id": gid(checkout)})
        return len(queries)

    statements(few)
    assert statements(few) == statements(many)


def test_prices_below_a_line_are_those_of_the_baskets_market(call: Call) -> None:
    checkout = make_checkout((make_chair(price="120.00"), 1))
    document = """query ($id: ID!) { checkout(id: $id) { lines { variant {
      pricing { price { gross { amount currency } } } product { slug } } } } }"""
    (seen,) = call(document, {"id": gid(checkout)})["checkout"]["lines"]
    assert seen["variant"]["pricing"]["price"]["gross"] == {"amount": Decimal("120.00"), "currency": "EUR"}


def test_a_guests_basket_completed_by_somebody_signed_in_is_their_order(call: Call) -> None:
    checkout, user = make_ready_checkout(), make_user()
    variables = {"id": gid(checkout), "gateway": "bank_transfer", "total": total_of(call, checkout)}
    assert call(COMPLETE, variables, actor=user)["checkoutComplete"]["errors"] == []
    assert Order.objects.get().user == user


def test_a_refusal_names_the_place_in_the_list_that_was_sent(call: Call) -> None:
    first, second, third = make_chair(), make_chair(), make_chair(stock=1)
    checkout = make_checkout((first, 1), (second, 1))
    update = """mutation ($id: ID!, $lines: [CheckoutLineUpdateInput!]!) {
      checkoutLinesUpdate(id: $id, lines: $lines) { errors { index code } } }"""
    lines = [line(first, 0), line(second, 2), line(third, 5)]
    errors = call(update, {"id": gid(checkout), "lines": lines})["checkoutLinesUpdate"]["errors"]
    assert errors == [{"index": 2, "code": "INSUFFICIENT_STOCK"}]
    add = """mutation ($id: ID!, $lines: [CheckoutLineInput!]!) {
      checkoutLinesAdd(id: $id, lines: $lines) { errors { index code } } }"""
    lines = [line(first, 1), line(first, 1), line(third, 5)]
    errors = call(add, {"id": gid(checkout), "lines": lines})["checkoutLinesAdd"]["errors"]
    assert errors == [{"index": 2, "code": "INSUFFICIENT_STOCK"}]
    assert checkout.lines.count() == 2
