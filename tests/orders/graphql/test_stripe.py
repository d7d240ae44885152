"""Paying through a provider, and sellers' accounts at it, as programs of the API see them."""

from typing import Any

import pytest

from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from orders.models import Order, PayoutAccount
from tests.factories.accounts import make_operator, make_user
from tests.factories.orders import make_ready_checkout
from tests.factories.payout_accounts import make_payout_account
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import Call, execute
from tests.orders.graphql.order_documents import gid
from tests.orders.payments.gateways.stripe.browser import ASKS_FIRST, submit
from tests.orders.payments.gateways.stripe.shop import hear, place
from tests.peers.stripe import StripePeer
from tests.peers.stripe.switches import Trouble

pytestmark = pytest.mark.django_db

COMPLETE = """mutation ($id: ID!, $total: Decimal!, $data: PaymentDataInput) {
  checkoutComplete(id: $id, paymentGateway: "stripe", acceptedTotal: $total, paymentData: $data) {
    order { id status payment { status needsCard failureCode failureMessage
      action { redirectUrl clientSecret publishableKey } } }
    orderToken confirmationNeeded errors { field code message } } }"""
PAY = """mutation ($id: ID!, $token: String, $data: PaymentDataInput) {
  orderPay(id: $id, token: $token, paymentGateway: "stripe", paymentData: $data) {
    order { status payment { status } } errors { code } } }"""
OFFERED = "query ($id: ID!) { checkout(id: $id) { availablePaymentGateways { id isTest needsCard } } }"
ACTION = """query ($id: ID!, $token: String) { order(id: $id, token: $token) {
  payment { action { redirectUrl clientSecret } } } }"""
LINK = """mutation ($seller: ID!, $country: CountryCode!) {
  sellerPayoutAccountLink(seller: $seller, country: $country) { url errors { field code message } } }"""
TOTAL = "query ($id: ID!) { checkout(id: $id) { totalPrice { gross { amount } } } }"


def complete(call: Call, **data: str) -> Any:
    basket = to_global_id("Checkout", make_ready_checkout().pk)
    total = call(TOTAL, {"id": basket})["checkout"]["totalPrice"]["gross"]["amount"]
    return call(COMPLETE, {"id": basket, "total": total, "data": data or None})["checkoutComplete"]


def test_it_is_offered_where_it_is_set_up(call: Call, peer: StripePeer, settings: Any) -> None:
    basket = to_global_id("Checkout", make_ready_checkout().pk)
    offered = {row["id"]: row for row in call(OFFERED, {"id": basket})["checkout"]["availablePaymentGateways"]}
    assert offered["stripe"] == {"id": "stripe", "isTest": False, "needsCard": False}
    settings.STRIPE_SECRET_KEY = None
    assert "stripe" not in [row["id"] for row in call(OFFERED, {"id": basket})["checkout"]["availablePaymentGateways"]]


def test_people_are_sent_to_stripes_page(call: Call, peer: StripePeer) -> None:
    payment = complete(call)["order"]["payment"]
    assert payment["status"] == "PENDING"
    assert payment["action"]["redirectUrl"].startswith(peer.url)
    assert payment["action"]["clientSecret"] is None


def test_programs_confirm_an_intent(call: Call, peer: StripePeer) -> None:
    done = complete(call, flow="PAYMENT_INTENT")
    action = done["order"]["payment"]["action"]
    assert action["publishableKey"] == peer.world.publishable_key
    peer.buyer_confirms(action["clientSecret"].partition("_secret_")[0])
    again = call(PAY, {"id": done["order"]["id"], "token": done["orderToken"]})["orderPay"]
    assert again["order"] == {"status": "UNFULFILLED", "payment": {"status": "CHARGED"}}


def test_a_card_of_theirs_is_charged_at_once(call: Call, peer: StripePeer) -> None:
    done = complete(call, paymentMethod="pm_card_visa")
    assert (done["order"]["status"], done["order"]["payment"]["action"]) == ("UNFULFILLED", None)


def test_a_decline_is_told_in_words(call: Call, peer: StripePeer) -> None:
    payment = complete(call, paymentMethod="pm_card_chargeDeclinedExpiredCard")["order"]["payment"]
    assert (payment["failureCode"], payment["failureMessage"]) == ("CARD_EXPIRED", "The card has expired.")


def test_a_provider_that_is_away_loses_no_order(call: Call, peer: StripePeer) -> None:
    basket = to_global_id("Checkout", make_ready_checkout().pk)
    total = call(TOTAL, {"id": basket})["checkout"]["totalPrice"]["gross"]["amount"]
    peer.switches.meet(Trouble.HANG_UP, times=3)
    refused = call(COMPLETE, {"id": basket, "total": total})["checkoutComplete"]
    assert [error["code"] for error in refused["errors"]] == ["GATEWAY_UNAVAILABLE"]
    assert Order.objects.count() == 1
    again = call(COMPLETE, {"id": basket, "total": total})["checkoutComplete"]
    assert again["order"]["payment"]["action"]["redirectUrl"]
    assert Order.objects.count() == 1


def test_payment_data_is_bounded(call: Call, peer: StripePeer) -> None:
    basket = to_global_id("Checkout", make_ready_checkout().pk)
    data = {"paymentMethod": "x" * 300}
    refused = call(COMPLETE, {"id": basket, "total": 1, "data": data})["checkoutComplete"]
    assert refused["errors"][0]["field"] == "paymentData.paymentMethod"


@pytest.mark.parametrize("who", ["anonymous", "stranger", "other buyer"])
def test_only_the_buyer_is_told_how_to_pay(peer: StripePeer, who: str) -> None:
    order = place()
    actor = None if who == "anonymous" else make_user(email="somebody@example.org")
    assert execute(ACTION, {"id": gid(order)}, actor=actor).data == {"order": None}
    opened = execute(ACTION, {"id": gid(order), "token": order.token}, actor=actor).data
    assert opened["order"]["payment"]["action"]["redirectUrl"]


def test_the_bank_asks_first_and_the_buyer_comes_back(call: Call, peer: StripePeer) -> None:
    done = complete(call)
    _status, bank = submit(done["order"]["payment"]["action"]["redirectUrl"], number=ASKS_FIRST)
    assert submit(bank, answer="yes")[0] == 303
    hear(peer)
    assert Order.objects.get().status == "UNFULFILLED"


# ---- sellers' accounts


def caller(name: str, seller: Seller) -> Any:
    match name:
        case "anonymous":
            return None
        case "buyer":
            return make_user(email="buyer@example.org")
        case "staff":
            return make_operator(email="staff@example.org")
        case "other owner":
            return make_member(make_seller(), MemberRole.OWNER)
    return make_member(seller, MemberRole[name.upper()])


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("anonymous", "UNAUTHENTICATED"),
        ("buyer", "NOT_FOUND"),
        ("other owner", "NOT_FOUND"),
        ("packer", "PERMISSION_DENIED"),
        ("manager", "PERMISSION_DENIED"),
        ("staff", "NOT_FOUND"),
        ("owner", "DONE"),
    ],
)
def test_who_is_given_the_link(peer: StripePeer, name: str, answer: str) -> None:
    seller = make_seller()
    variables = {"seller": to_global_id("Seller", seller.pk), "country": "NL"}
    result = execute(LINK, variables, actor=caller(name, seller))
    payload = (result.data or {}).get("sellerPayoutAccountLink")
    if result.errors:
        code = result.errors[0]["extensions"]["code"]
    else:
        code = payload["errors"][0]["code"] if payload["errors"] else "DONE"
    assert code == answer
    assert PayoutAccount.objects.count() == len(peer.asked) // 2 == (answer == "DONE")


@pytest.mark.parametrize(("country", "code"), [("VN", "COUNTRY_NOT_SERVED"), ("", "COUNTRY_NOT_SERVED")])
def test_vietnam_is_refused_with_words(call: Call, peer: StripePeer, country: str, code: str) -> None:
    seller = make_seller()
    variables = {"seller": to_global_id("Seller", seller.pk), "country": country}
    payload = call(LINK, variables, actor=caller("owner", seller))["sellerPayoutAccountLink"]
    assert [(error["field"], error["code"]) for error in payload["errors"]] == [("country", code)]
    assert not peer.asked


def test_it_is_not_offered_without_a_key(call: Call) -> None:
    seller = make_seller()
    variables = {"seller": to_global_id("Seller", seller.pk), "country": "NL"}
    payload = call(LINK, variables, actor=caller("owner", seller))["sellerPayoutAccountLink"]
    assert payload["errors"][0]["code"] == "NOT_OFFERED"


def test_a_provider_that_is_away_says_so(call: Call, peer: StripePeer) -> None:
    peer.switches.meet(Trouble.SERVER_ERROR, times=9)
    seller = make_seller()
    variables = {"seller": to_global_id("Seller", seller.pk), "country": "NL"}
    payload = call(LINK, variables, actor=caller("owner", seller))["sellerPayoutAccountLink"]
    assert payload["errors"][0]["code"] == "GATEWAY_UNAVAILABLE"


ACCOUNT = """query ($id: ID!) { sellerOrder(id: $id) { seller { payoutAccount {
  provider country { code } canReceive canPayOut missing checked } } } }"""


@pytest.mark.parametrize(("name", "sees"), [("packer", False), ("manager", True), ("owner", True), ("staff", True)])
def test_who_sees_how_the_account_stands(peer: StripePeer, name: str, sees: bool) -> None:
    order = place()
    part = order.seller_orders.get()
    make_payout_account(part.seller)
    result = execute(ACCOUNT, {"id": to_global_id("SellerOrder", part.pk)}, actor=caller(name, part.seller))
    found = result.data["sellerOrder"]["seller"]["payoutAccount"]
    assert bool(found) == sees
    assert bool(result.errors) != sees
    if sees:
        assert found["provider"] == "stripe"
        assert (found["country"]["code"], found["canReceive"]) == ("NL", False)
