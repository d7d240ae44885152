"""From the basket to the money, with the messages of the peer in every state of disorder."""

from decimal import Decimal
from itertools import permutations

import pytest
from django.test import Client
from django.utils import timezone

from orders.lifecycle.cancel import cancel_order, cancel_seller_order
from orders.lifecycle.states import OrderStatus
from orders.models import Chargeback, PaymentEvent, ReceivedNotice, Refund
from orders.payments.notices.find_lost import find_lost_notices
from orders.payments.notices.handle import handle_notices
from orders.payments.pay_again import pay_again
from orders.payments.payment import PaymentStatus
from orders.payments.return_link import return_link
from orders.payouts.ledger.account import provider_funds
from orders.payouts.ledger.balance import balance_of
from tests.factories.orders import BUYER, SELLER, make_chair
from tests.orders.payments.gateways.stripe.browser import DECLINED, submit
from tests.orders.payments.gateways.stripe.shop import (
    hear,
    pay_on_the_page,
    payment_of,
    place,
    place_paid,
    ship,
    tell,
    work,
)
from tests.peers.stripe import StripePeer
from tests.peers.stripe.switches import Trouble

pytestmark = pytest.mark.django_db


def test_an_order_is_paid_when_stripe_says_so_and_not_before(peer: StripePeer) -> None:
    order = place()
    assert (order.status, payment_of(order).status) == (OrderStatus.UNPAID, PaymentStatus.PENDING)
    assert payment_of(order).client_data["redirect_url"].startswith(peer.url)

    pay_on_the_page(order)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNPAID, "nobody told us yet"
    hear(peer)

    order.refresh_from_db()
    payment = payment_of(order)
    assert (order.status, payment.status, payment.client_data) == (OrderStatus.UNFULFILLED, PaymentStatus.CHARGED, {})
    assert balance_of(provider_funds("stripe"), order.currency) == payment.money


def test_the_browser_that_comes_back_is_not_believed(peer: StripePeer) -> None:
    order = place()
    address = return_link(payment_of(order).pk).removeprefix("http://127.0.0.1:8000")
    answer = Client().get(address)
    order.refresh_from_db()
    assert (answer.status_code, order.status) == (302, OrderStatus.UNPAID)
    assert f"/orders/{order.pk}?token={order.token}" in answer["Location"]

    pay_on_the_page(order)
    Client().get(address)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED, "Stripe was asked"
    hear(peer)
    assert payment_of(order).charged_amount == order.total_amount


@pytest.mark.parametrize("token", ["x", "0" * 32, "0" * 32 + ":wrong", "%00"])
def test_a_return_address_that_nobody_signed_opens_nothing(peer: StripePeer, token: str) -> None:
    assert Client().get(f"/payments/return/{token}").status_code == 404


def test_the_return_works_while_stripe_is_away(peer: StripePeer) -> None:
    order = place()
    peer.switches.meet(Trouble.HANG_UP, times=9)
    answer = Client().get(return_link(payment_of(order).pk).removeprefix("http://127.0.0.1:8000"))
    assert answer.status_code == 302


@pytest.mark.parametrize("how", [{"twice": True}, {"backwards": True}, {"backwards": True, "twice": True}])
def test_messages_may_come_twice_and_backwards(peer: StripePeer, how: dict[str, bool]) -> None:
    order = place()
    pay_on_the_page(order)
    hear(peer, **how)
    payment = payment_of(order)
    assert (payment.status, payment.charged_amount) == (PaymentStatus.CHARGED, order.total_amount)
    assert PaymentEvent.objects.filter(payment=payment, type="CHARGED").count() == 1
    assert not Refund.objects.exists()


def test_every_order_of_charge_refund_and_dispute_messages_ends_the_same(peer: StripePeer) -> None:
    ends = set()
    for order_of_messages in list(permutations(range(4)))[::5]:
        order = place()
        pay_on_the_page(order)
        intent = payment_of(order)
        session = peer.world.find("checkout.session", intent.reference)
        charge = peer.world.find(
            "charge", peer.world.find("payment_intent", session["payment_intent"])["latest_charge"]
        )
        peer.refund_in_dashboard(session["payment_intent"], 1000)
        peer.bank_decides(peer.bank_disputes(charge["id"], amount=2000)["id"], won=False)
        wanted = ["payment_intent.succeeded", "charge.refunded", "charge.dispute.created", "charge.dispute.closed"]
        events = {event["type"]: event for event in peer.webhooks.take()}
        peer.webhooks.waiting = [events[wanted[place]] for place in order_of_messages]
        hear(peer)
        payment = payment_of(order)
        ends.add((payment.status, payment.charged_amount, payment.refunded_amount))
        assert Chargeback.objects.filter(payment=payment).get().status == "LOST"
    assert len(ends) == 1
    assert ends.pop()[2] == Decimal(30)


def test_a_lost_message_is_found_in_stripes_list(peer: StripePeer) -> None:
    order = place()
    pay_on_the_page(order)
    assert peer.webhooks.lose() > 0

    assert find_lost_notices(now=timezone.now()) > 0
    assert find_lost_notices(now=timezone.now()) == 0
    work()

    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED
    assert set(ReceivedNotice.objects.values_list("source", flat=True)) == {"LOOKED_UP"}


def test_a_message_that_overtook_a_lost_one_hides_nothing(peer: StripePeer) -> None:
    lost = place()
    pay_on_the_page(lost)
    peer.webhooks.lose()
    place_paid(peer)
    find_lost_notices(now=timezone.now())
    work()
    lost.refresh_from_db()
    assert lost.status == OrderStatus.UNFULFILLED


def test_a_declined_card_on_the_page_can_be_followed_by_another(peer: StripePeer) -> None:
    order = place()
    assert pay_on_the_page(order, DECLINED)[0] == 402
    hear(peer)
    assert payment_of(order).status == PaymentStatus.PENDING
    pay_on_the_page(order)
    hear(peer)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED


def test_a_declined_card_of_a_program_leaves_the_order_to_be_paid_again(peer: StripePeer) -> None:
    order = place(payment_method="pm_card_visa_chargeDeclinedInsufficientFunds")
    assert payment_of(order).status == PaymentStatus.FAILED
    assert PaymentEvent.objects.get(payment=payment_of(order), type="FAILED").code == "INSUFFICIENT_FUNDS"
    hear(peer)

    data = {"payment_method": "pm_card_visa"}
    order = pay_again(order_id=order.pk, gateway_code="stripe", data=data, now=timezone.now())
    assert order.status == OrderStatus.UNFULFILLED


def test_asking_again_keeps_the_page_and_charges_once(peer: StripePeer) -> None:
    order = place()
    page = payment_of(order).client_data["redirect_url"]
    pay_again(order_id=order.pk, gateway_code="stripe", data={}, now=timezone.now())
    assert payment_of(order).client_data["redirect_url"] == page
    pay_on_the_page(order)
    order = pay_again(order_id=order.pk, gateway_code="stripe", data={}, now=timezone.now())
    assert (order.status, len(peer.world.all("charge"))) == (OrderStatus.UNFULFILLED, 1)


def test_a_page_that_ran_out_ends_the_payment_and_another_begins(peer: StripePeer) -> None:
    order = place()
    first = payment_of(order)
    peer.page_runs_out(first.reference)
    hear(peer)
    first.refresh_from_db()
    assert first.status == PaymentStatus.FAILED

    pay_again(order_id=order.pk, gateway_code="stripe", data={}, now=timezone.now())
    pay_on_the_page(order)
    hear(peer)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED


def test_a_cancelled_order_closes_the_page(peer: StripePeer) -> None:
    order = place()
    page = payment_of(order).client_data["redirect_url"]
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    work()
    assert submit(page, number="4242424242424242")[0] == 400
    assert not peer.world.all("charge")


def test_whoever_pays_while_the_order_is_cancelled_gets_it_back(peer: StripePeer) -> None:
    order = place()
    pay_on_the_page(order)
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    hear(peer)
    work()
    assert peer.only("charge")["refunded"]
    assert balance_of(provider_funds("stripe"), order.currency).amount == 0


def test_a_cancelled_part_is_refunded_once_through_every_trouble(peer: StripePeer) -> None:
    order = place_paid(peer, (make_chair(), 1), (make_chair(), 2))
    part = order.seller_orders.get(position=2)
    peer.switches.meet(Trouble.HANG_UP_AFTERWARDS, "/v1/refunds")
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    work()
    hear(peer)
    assert [refund["amount"] for refund in peer.world.all("refund")] == [int(part.total_amount * 100)]
    assert Refund.objects.get().status == "DONE"
    assert payment_of(order).refunded_amount == part.total_amount


def test_a_refund_that_the_bank_sends_back_is_owed_again(peer: StripePeer) -> None:
    order = place_paid(peer)
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    work()
    hear(peer)
    assert Refund.objects.get().status == "DONE"
    peer.bank_answers_refund(peer.only("refund")["id"], paid=False)
    hear(peer)
    assert Refund.objects.get().status == "FAILED"
    assert payment_of(order).refunded_amount == 0


def test_a_refund_made_by_hand_at_stripe_is_written_down_once(peer: StripePeer) -> None:
    order = place_paid(peer)
    peer.refund_in_dashboard(peer.only("payment_intent")["id"], 500)
    hear(peer, twice=True)
    assert Refund.objects.get().reason == "PROVIDER"
    assert payment_of(order).refunded_amount == 5


@pytest.mark.parametrize("won", [True, False])
def test_a_dispute_is_followed_to_its_end(peer: StripePeer, won: bool) -> None:
    order = place_paid(peer)
    dispute = peer.bank_disputes(peer.only("charge")["id"])
    hear(peer)
    assert Chargeback.objects.get().status == "OPEN"
    peer.bank_decides(dispute["id"], won=won)
    hear(peer, twice=True)
    assert Chargeback.objects.get().status == ("WON" if won else "LOST")
    held = balance_of(provider_funds("stripe"), order.currency).amount
    assert held == (order.total_amount if won else 0)


def test_cards_are_charged_when_goods_leave_where_the_market_wants_it(peer: StripePeer, settings: object) -> None:
    settings.STRIPE_CAPTURES_AT_SHIPPING = ("eu",)  # type: ignore[attr-defined]  # pytest-django's settings take anything
    order = place()
    pay_on_the_page(order)
    hear(peer)
    order.refresh_from_db()
    assert (order.status, payment_of(order).status) == (OrderStatus.UNFULFILLED, PaymentStatus.AUTHORIZED)
    assert peer.only("charge")["amount_captured"] == 0
    ship(order.seller_orders.get())
    hear(peer, twice=True)
    assert peer.only("charge")["amount_captured"] == int(order.total_amount * 100)
    assert payment_of(order).charged_amount == order.total_amount


def test_messages_wait_while_stripe_is_away(peer: StripePeer) -> None:
    order = place()
    pay_on_the_page(order)
    tell(peer, types=["payment_intent.succeeded"])
    peer.switches.meet(Trouble.SERVER_ERROR, times=3)
    assert handle_notices() == 1
    notice = ReceivedNotice.objects.get()
    assert (notice.handled_at, notice.attempts, notice.error) == (None, 1, "StripeUnavailable")
    assert handle_notices() == 0, "not at once again"
    assert handle_notices(now=notice.due_at) == 1
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED


def test_objects_of_others_who_use_the_account_change_nothing(peer: StripePeer) -> None:
    order = place()
    peer.charge_of_somebody_else()
    hear(peer)
    assert ReceivedNotice.objects.filter(handled_at=None).count() == 0
    order.refresh_from_db()
    assert order.status == OrderStatus.UNPAID
