"""Who may tell us that something was paid: only who knows the secret, about these very bytes, and now."""

from typing import Any

import pytest
from django.test import Client

from orders.lifecycle.states import OrderStatus
from orders.models import ReceivedNotice
from tests.orders.payments.gateways.stripe.shop import WEBHOOK, hear, pay_on_the_page, place, tell, work
from tests.peers.stripe import StripePeer

pytestmark = pytest.mark.django_db


def post(body: bytes, signature: str | None) -> int:
    headers = {} if signature is None else {"Stripe-Signature": signature}
    return Client().post(WEBHOOK, body, content_type="application/json", headers=headers).status_code


def test_a_wrong_secret_is_refused_and_changes_nothing(peer: StripePeer) -> None:
    order = place()
    pay_on_the_page(order)
    peer.webhooks.secret = "whsec_of_somebody_else"
    assert set(tell(peer)) == {400}
    work()
    order.refresh_from_db()
    assert (order.status, ReceivedNotice.objects.count()) == (OrderStatus.UNPAID, 0)


@pytest.mark.parametrize(("seconds", "status"), [(0, 200), (-290, 200), (-400, 400), (-86_400, 400)])
def test_an_old_signature_is_refused(peer: StripePeer, seconds: int, status: int) -> None:
    place()
    peer.webhooks.timestamp_is_off_by = seconds
    peer.buyer_confirms(peer.some_intent())
    assert set(tell(peer)) == {status}


def test_the_clock_within_the_message_decides_nothing(peer: StripePeer) -> None:
    order = place()
    peer.world.clock_is_off_by = -40 * 86_400
    pay_on_the_page(order)
    hear(peer)
    order.refresh_from_db()
    assert order.status == OrderStatus.UNFULFILLED


@pytest.mark.parametrize("secrets", [("whsec_new", "whsec_of_the_peer"), ("whsec_of_the_peer", "whsec_old")])
def test_two_secrets_are_known_while_one_follows_the_other(
    peer: StripePeer, settings: Any, secrets: tuple[str, ...]
) -> None:
    settings.STRIPE_WEBHOOK_SECRETS = secrets
    peer.some_intent()
    assert set(tell(peer)) == {200}


def test_one_changed_byte_is_refused(peer: StripePeer) -> None:
    peer.some_intent()
    body, headers = peer.webhooks.signed(peer.webhooks.take()[0])
    assert (
        post(body.replace(b"payment_intent.created", b"payment_intent.succeeded"), headers["Stripe-Signature"]) == 400
    )
    assert post(body, headers["Stripe-Signature"]) == 200


@pytest.mark.parametrize("signature", [None, "", "t=,v1=", "nonsense", "t=1,v0=abc", "t=9e99,v1=x", "v1=" + "0" * 9000])
@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff\xfe", b"null"])
def test_nonsense_is_refused(peer: StripePeer, signature: str | None, body: bytes) -> None:
    assert post(body, signature) == 400
    assert not ReceivedNotice.objects.exists()


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b"not json", b'{"id": "evt_1", "type": "x"}', b"\xff"])
def test_signed_nonsense_is_refused_too(peer: StripePeer, body: bytes) -> None:
    from tests.peers.stripe.webhooks import signature

    assert post(body, signature(body, peer.webhooks.secret, peer.world.now())) == 400
    assert not ReceivedNotice.objects.exists()


def test_a_message_that_is_too_long_is_not_read(peer: StripePeer) -> None:
    assert post(b"x" * (256 * 1024 + 1), "t=1,v1=x") == 413


def test_nobody_listens_where_stripe_is_not_set_up(peer: StripePeer, settings: Any) -> None:
    settings.STRIPE_SECRET_KEY = None
    assert post(b"{}", "x") == 404
    assert Client().post("/payments/test_card/webhook", b"{}", content_type="application/json").status_code == 404
    assert Client().post("/payments/nobody/webhook", b"{}", content_type="application/json").status_code == 404


def test_it_is_not_looked_at_but_sent(peer: StripePeer) -> None:
    assert Client().get(WEBHOOK).status_code == 405


def test_the_answer_comes_before_any_work(peer: StripePeer) -> None:
    place()
    asked = len(peer.asked)
    peer.buyer_confirms(peer.some_intent())
    assert set(tell(peer)) == {200}
    assert len(peer.asked) == asked
