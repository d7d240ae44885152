"""A second opinion: the part of the API that another project's Stripe knows (localstripe, ``make test-services``).

It is a program beside us, spoken to over HTTP alone. It refuses parameters it doesn't know (`infra/stripe/README.md`),
which are left out on the way to it, and its intents lack three amounts, which are filled in on the way back. States,
refunds, cancellations, declines and signatures are its own.
"""

import json
import os
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from uuid import uuid4

import pytest
import stripe

from i18n.money import Money
from orders.payments.gateway import Answer, BadWebhook, PaymentRequest
from orders.payments.gateways.stripe.gateway import GATEWAY
from orders.payments.gateways.stripe.notices import read_notice
from orders.stripe_api import client
from orders.stripe_api.client import ask
from orders.stripe_api.errors import CardRefused

pytestmark = pytest.mark.services

UNKNOWN_TO_IT = {"automatic_payment_methods[enabled]", "transfer_group", "description", "reason"}
SECRET = "whsec_of_localstripe"


@pytest.fixture(autouse=True)
def localstripe(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    settings.STRIPE_SECRET_KEY = "sk_test_12345"
    settings.STRIPE_API_BASE = os.environ["LOCALSTRIPE_URL"]
    settings.STRIPE_WEBHOOK_SECRETS = (SECRET,)
    settings.STRIPE_CAPTURES_AT_SHIPPING = ()
    original = stripe.RequestsClient.request

    def request(self: Any, method: str, url: str, headers: Any, post_data: Any = None, **options: Any) -> Any:
        known = [pair for pair in urllib.parse.parse_qsl(post_data or "") if pair[0] not in UNKNOWN_TO_IT]
        thin = urllib.parse.urlencode(known) if post_data else post_data
        content, status, answered = original(self, method, url, headers, thin, **options)
        return _with_amounts(content), status, answered

    monkeypatch.setattr(stripe.RequestsClient, "request", request)
    client._client.cache_clear()
    yield settings.STRIPE_API_BASE
    client._client.cache_clear()


def _with_amounts(content: str) -> str:
    found = json.loads(content)
    if found.get("object") == "payment_intent":
        succeeded, held = found["status"] == "succeeded", found["status"] == "requires_capture"
        found |= {"amount_received": found["amount"] * succeeded, "amount_capturable": found["amount"] * held}
        found.setdefault("next_action", None)
    return json.dumps(found)


def announced(amount: str, currency: str = "EUR") -> PaymentRequest:
    asked = PaymentRequest(
        payment_id=uuid4(),
        order_number="BDM-2026-000123",
        amount=Money(Decimal(amount), currency),
        due_on=date(2026, 11, 28),
    )
    outcome = GATEWAY.capture(asked, data={"flow": "payment_intent"}, key=str(asked.payment_id))
    assert (outcome.answer, bool(outcome.client_data["client_secret"])) == (Answer.NEEDS_ACTION, True)
    return PaymentRequest(asked.payment_id, asked.order_number, asked.amount, asked.due_on, reference=outcome.reference)


def confirm(asked: PaymentRequest, number: str = "4242424242424242") -> PaymentRequest:
    """What Stripe.js does in the buyer's browser."""
    card: Any = {"type": "card", "card": {"number": number, "exp_month": 12, "exp_year": 2031, "cvc": "123"}}
    method = ask(lambda it: it.v1.payment_methods.create(card)).id
    ask(lambda it: it.v1.payment_intents.update(asked.reference, {"payment_method": method}))
    ask(lambda it: it.v1.payment_intents.confirm(asked.reference))
    return asked


@pytest.mark.parametrize(("amount", "currency"), [("288.20", "EUR"), ("5000", "JPY"), ("1500000", "VND")])
def test_a_payment(amount: str, currency: str) -> None:
    outcome = GATEWAY.inquire(confirm(announced(amount, currency)))
    assert (outcome.answer, outcome.amount) == (Answer.DONE, Money(Decimal(amount), currency))


def test_a_decline_leaves_it_to_be_tried_again() -> None:
    asked = announced("10.00")
    with pytest.raises(CardRefused) as refused:
        confirm(asked, "4000000000000341")
    assert refused.value.code == "card_declined"
    assert GATEWAY.inquire(asked).answer == Answer.NEEDS_ACTION


def test_the_bank_asks_first() -> None:
    assert GATEWAY.inquire(confirm(announced("10.00"), "4000002500003155")).answer == Answer.NEEDS_ACTION


@pytest.mark.parametrize("text", ["10.00", "6.00"])
def test_a_hold_is_captured(settings: Any, text: str) -> None:
    settings.STRIPE_CAPTURES_AT_SHIPPING = ("all",)
    asked = confirm(announced("10.00"))
    assert GATEWAY.inquire(asked).answer == Answer.AUTHORIZED
    amount = Money(Decimal(text), "EUR")
    assert GATEWAY.capture_authorized(asked, amount=amount, key=str(asked.payment_id)).answer == Answer.DONE


def test_a_hold_is_let_go_of(settings: Any) -> None:
    settings.STRIPE_CAPTURES_AT_SHIPPING = ("all",)
    asked = confirm(announced("10.00"))
    assert GATEWAY.void(asked, key="void").answer == Answer.DONE
    assert GATEWAY.inquire(asked).answer == Answer.REFUSED


def test_refunds_in_parts_and_each_once_although_it_knows_no_keys() -> None:
    asked = confirm(announced("10.00"))
    for key, text in (("a", "4.00"), ("b", "6.00"), ("a", "4.00")):
        assert GATEWAY.refund(asked, amount=Money(Decimal(text), "EUR"), key=key).answer == Answer.DONE
    wanted: Any = {"payment_intent": asked.reference}
    assert sorted(row.amount for row in ask(lambda it: it.v1.refunds.list(wanted)).data) == [400, 600]


def test_its_messages_are_signed_as_ours_are(localstripe: str) -> None:
    received: list[tuple[bytes, str]] = []

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append((body, self.headers["Stripe-Signature"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Tests are quiet."""

    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        hook = urllib.parse.urlencode({"url": f"http://127.0.0.1:{server.server_address[1]}/", "secret": SECRET})
        address = f"{localstripe}/_config/webhooks/ours"
        urllib.request.urlopen(address, data=hook.encode(), timeout=10).close()  # noqa: S310  # loopback
        asked = confirm(announced("10.00"))
        until = time.monotonic() + 20  # it sends a second later, and earlier tests' messages meanwhile
        while not (ours := [each for each in received if asked.reference.encode() in each[0]]):
            assert time.monotonic() < until, "it told us nothing"
            time.sleep(0.1)
    finally:
        server.shutdown()
        server.server_close()
    body, signature = ours[0]
    assert read_notice({"stripe-signature": signature}, body).reference == asked.reference
    with pytest.raises(BadWebhook):
        read_notice({"stripe-signature": signature}, body + b" ")
