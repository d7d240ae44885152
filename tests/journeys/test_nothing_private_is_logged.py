"""Everything that is logged while people trade, sign in, forget passwords, and while others' servers fail: no name, no
address, no number, no token of anybody."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from logistics.carrier import CarrierError
from logistics.carriers.http import call
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused, StripeUnavailable
from tests.factories.accounts import PASSWORD
from tests.journeys import test_trade_through_api as trade
from tests.journeys.client import ApiClient
from tests.journeys.steps import token_mailed_to, work_in_the_background
from tests.journeys.test_trade_through_api import UTRECHT
from tests.logged_lines import Lines, leaked, logged_lines, private_values
from tests.peers.stripe.fixture import set_up_with_peer
from tests.peers.stripe.switches import Trouble
from tests.peers.webhook_receiver.server import WebhookReceiver

pytestmark = pytest.mark.django_db(transaction=True)
operator = trade.operator
ASK_RESET = """mutation($email: String!, $url: String) {
  requestPasswordReset(email: $email, redirectUrl: $url) { errors { code } } }"""
SIGN_IN = "mutation($email: String!, $password: String!) { tokenCreate(email: $email, password: $password) { token } }"
SAID = {value for value in UTRECHT.values() if len(value) > 4} | {"femke@winkel-voorbeeld.example", PASSWORD}


@pytest.fixture
def lines() -> Iterator[Lines]:
    with logged_lines() as written:
        yield written
        logging.captureWarnings(False)


def nothing_private(lines: Lines, *more: str) -> None:
    values = private_values() | SAID | set(more)
    assert len(values) > 10
    assert leaked(lines.text, values) == []


def test_a_whole_trade(lines: Lines, operator: ApiClient) -> None:
    tokens = [operator.token or ""]
    trade.test_the_whole_trade(operator)
    nothing_private(lines, *filter(None, tokens))
    numbers = {entry["order"] for entry in lines.entries if "order" in entry}
    assert len(numbers) == 1, "the order's number is how one follows it"
    assert all("request_id" in entry for entry in lines.of("request"))


def test_signing_in_and_a_forgotten_password(lines: Lines, operator: ApiClient) -> None:
    ApiClient().http.post(
        "/graphql/",
        {"query": SIGN_IN, "variables": {"email": "sanne@example.org", "password": "a-wrong-password"}},
        "application/json",
    )
    ApiClient().http.post(
        "/graphql/",
        {"query": ASK_RESET, "variables": {"email": "sanne@example.org", "url": "http://127.0.0.1:8000/reset"}},
        "application/json",
    )
    work_in_the_background()
    token = token_mailed_to("sanne@example.org")
    ApiClient().http.get(f"/en/reset-password?token={token}")
    ApiClient().http.get(f"/documents/{token}")
    assert lines.of("request")[-1]["route"] == "documents/<str:token>"
    nothing_private(lines, token, "a-wrong-password", operator.token or "")


def test_other_peoples_servers_fail(
    lines: Lines, settings: Any, operator: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WebhookReceiver() as carrier:
        carrier.mood.status, carrier.mood.answer = 500, b"Femke Proefstra, Oudegracht 901"
        with pytest.raises(CarrierError):
            address = f"http://127.0.0.1:{carrier.port}/book"
            call("ghn", "POST", address, headers={"Token": "a-key-of-ours"}, body=UTRECHT)
    with set_up_with_peer(settings, monkeypatch) as peer:
        peer.switches.meet(Trouble.HANG_UP, times=3)
        with pytest.raises((StripeUnavailable, StripeRefused)):
            ask(lambda client: client.v1.customers.create({"email": "sanne@example.org", "name": "Sanne Voorbeeld"}))
        key = peer.world.secret_key
    logging.getLogger("celery.app.trace").error(
        "Task %(name)s raised unexpected: %(exc)s", {"name": "run_job", "exc": "ValueError('Sanne Voorbeeld')"}
    )
    assert lines.of("Task %(name)s raised unexpected: %(exc)s")
    nothing_private(lines, key, "a-key-of-ours", "Sanne Voorbeeld")
