"""What every way of paying owes an order: start, capture, refund, a bad signature, the same message twice, any order.

A gateway brings how its buyer pays, and what it can do; the rest is the same for all.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.utils import timezone

from marketplace.events.deliver import deliver_pending
from orders.lifecycle.cancel import cancel_order
from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus
from orders.models import PaymentEvent, Refund
from orders.payments.discovery import installed_gateways
from orders.payments.gateway import Answer, NotPossible
from orders.payments.mark_as_paid import mark_as_paid
from orders.payments.notices.notice import Listening
from orders.payments.payment import PaymentStatus
from orders.payments.request import request_for
from orders.payments.send_refund import mark_refund_sent
from orders.payouts.ledger.account import buyer_funds, provider_funds
from orders.payouts.ledger.balance import balance_of
from tests.factories.accounts import make_operator
from tests.factories.orders import ACCEPTED_CARD, BUYER, DECLINED_CARD, complete, make_ready_checkout
from tests.orders.payments.gateways.stripe.shop import hear, pay_on_the_page, payment_of, tell, work
from tests.peers.stripe import StripePeer

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    data: dict[str, str]
    """What the buyer gives when ordering."""
    pay: Callable[[Order, StripePeer], object]
    """What happens afterwards until the money is there."""
    sent_by_people: bool = False
    declined: dict[str, str] | None = None
    """What a buyer gives who is refused at once, where that is possible."""


def _transferred(order: Order, peer: StripePeer) -> None:
    mark_as_paid(order_id=order.pk, reference="STMT-1", by=make_operator(email="bank@example.org"))


def _page(order: Order, peer: StripePeer) -> None:
    pay_on_the_page(order)
    hear(peer, twice=True, backwards=True)


CASES = {
    "test_card": Case(ACCEPTED_CARD, lambda order, peer: None, declined=DECLINED_CARD),
    "bank_transfer": Case({}, _transferred, sent_by_people=True),
    "stripe": Case({}, _page, declined={"payment_method": "pm_card_visa_chargeDeclined"}),
}
EVERY = pytest.mark.parametrize("code", sorted(CASES))


def place(code: str, data: dict[str, str] | None = None) -> Order:
    return complete(make_ready_checkout().pk, gateway=code, data=CASES[code].data if data is None else data)


def paid(code: str, peer: StripePeer) -> Order:
    order = place(code)
    CASES[code].pay(order, peer)
    order.refresh_from_db()
    return order


def test_every_gateway_has_its_case() -> None:
    """Credit is money that a gateway took already: nothing is started, captured or heard of it."""
    assert set(installed_gateways()) - {"buyer_credit"} == set(CASES)


@EVERY
def test_started_it_has_a_name_and_moved_no_money(code: str, peer: StripePeer) -> None:
    gateway = installed_gateways()[code]
    order = place("bank_transfer")
    outcome = gateway.start(request_for(payment_of(order), order=order))
    assert outcome.answer == Answer.WAITING
    assert balance_of(provider_funds(code), order.currency).amount == 0


@EVERY
def test_paid_confirms_the_order_and_is_in_the_books_once(code: str, peer: StripePeer) -> None:
    order = paid(code, peer)
    payment = payment_of(order)
    assert (order.status, payment.status) == (OrderStatus.UNFULFILLED, PaymentStatus.CHARGED)
    assert bool(payment.reference)
    assert PaymentEvent.objects.filter(payment=payment, type="CHARGED").count() == 1
    assert balance_of(provider_funds(code), order.currency) == payment.money
    assert balance_of(buyer_funds(order.pk), order.currency) == payment.money


@EVERY
def test_completing_again_charges_nothing_more(code: str, peer: StripePeer) -> None:
    checkout = make_ready_checkout().pk
    for _ in range(2):
        order = complete(checkout, gateway=code, data=CASES[code].data)
    CASES[code].pay(order, peer)
    assert payment_of(order).charged_amount == order.total_amount
    assert len(peer.world.all("charge")) <= 1


@pytest.mark.parametrize("code", sorted(code for code, case in CASES.items() if case.declined))
def test_refused_leaves_the_order_unpaid_with_a_reason(code: str, peer: StripePeer) -> None:
    order = place(code, CASES[code].declined)
    assert (order.status, payment_of(order).status) == (OrderStatus.UNPAID, PaymentStatus.FAILED)
    assert PaymentEvent.objects.get(payment=payment_of(order), type="FAILED").code == "CARD_DECLINED"
    assert balance_of(provider_funds(code), order.currency).amount == 0


@EVERY
def test_cancelled_goes_back_once(code: str, peer: StripePeer) -> None:
    order = paid(code, peer)
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    for _ in range(2):
        while deliver_pending():
            pass
    if CASES[code].sent_by_people:
        assert Refund.objects.get().status == "DUE"
        part = order.seller_orders.get()
        operator = make_operator(email="out@example.org")
        for _ in range(2):
            mark_refund_sent(seller_order_id=part.pk, reference="OUT-1", by=operator)
    payment = payment_of(order)
    assert (payment.status, payment.refunded_amount) == (PaymentStatus.REFUNDED, payment.charged_amount)
    assert balance_of(provider_funds(code), order.currency).amount == 0


@pytest.mark.parametrize("code", ["bank_transfer", "stripe"])
def test_cancelled_before_it_is_paid_nothing_is_left_open(code: str, peer: StripePeer) -> None:
    order = place(code)
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    work()
    assert payment_of(order).status == PaymentStatus.FAILED
    assert not [session for session in peer.world.all("checkout.session") if session["status"] == "open"]


@EVERY
def test_a_message_that_nobody_signed_changes_nothing(code: str, peer: StripePeer) -> None:
    order = place(code, {}) if code != "test_card" else place(code, DECLINED_CARD)
    address = f"/payments/{code}/webhook"
    answer = Client().post(address, b"{}", content_type="application/json", headers={"Stripe-Signature": "t=1,v1=x"})
    assert answer.status_code == (400 if isinstance(installed_gateways()[code], Listening) else 404)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNPAID


@pytest.mark.parametrize("code", ["test_card", "bank_transfer"])
def test_who_sends_no_messages_says_so(code: str) -> None:
    with pytest.raises(NotPossible):
        installed_gateways()[code].parse_webhook({}, b"")


def test_messages_of_one_gateway_are_read_by_its_port(peer: StripePeer) -> None:
    order = place("stripe")
    pay_on_the_page(order)
    event = peer.webhooks.take(types=["payment_intent.succeeded"])[0]
    body, headers = peer.webhooks.signed(event)
    lowered = {name.lower(): value for name, value in headers.items()}
    [fact] = installed_gateways()["stripe"].parse_webhook(lowered, body)
    assert (type(fact).__name__, fact.payment_id) == ("Charged", payment_of(order).pk)  # type: ignore[attr-defined]  # a Charged has one
    assert tell(peer) != []
    assert timezone.now() >= fact.at
