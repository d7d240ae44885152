"""Every kind of request we make, judged by Stripe's own description of its API (stripe-mock, ``make test-services``).

stripe-mock keeps nothing: it refuses unknown paths, parameters and types, and answers with an example.
"""

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import stripe

from i18n.money import Money
from orders.payments.gateway import PaymentRequest
from orders.payments.gateways.stripe import capture, facts, give_up
from orders.payments.gateways.stripe.gateway import GATEWAY
from orders.payments.gateways.stripe.notices import TYPES, notices_since
from orders.payments.notices.notice import Notice
from orders.payouts.fees.provider_fees import fees_since
from orders.payouts.rail import Payee, PayoutRequest
from orders.payouts.rails.stripe_transfer.rail import RAIL
from orders.stripe_api import accounts, client
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused

pytestmark = pytest.mark.services

ID = UUID(int=7)
EUR = Money(Decimal("288.20"), "EUR")
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(autouse=True)
def asked(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is asked of stripe-mock, ids left out; an answer that isn't 200 fails at once."""
    settings.STRIPE_SECRET_KEY = "sk_test_123"
    settings.STRIPE_API_BASE = os.environ["STRIPE_MOCK_URL"]
    settings.STRIPE_CAPTURES_AT_SHIPPING = ()
    seen: list[str] = []
    original = stripe.RequestsClient.request

    def record(self: Any, method: str, url: str, *more: Any, **options: Any) -> Any:
        answer = original(self, method, url, *more, **options)
        path = re.sub(
            r"/(pi|cs|ch|re|dp|tr|acct)_\w+", "/{}", url.removeprefix(settings.STRIPE_API_BASE).partition("?")[0]
        )
        seen.append(f"{method.upper()} {path}")
        return answer

    monkeypatch.setattr(stripe.RequestsClient, "request", record)
    client._client.cache_clear()
    yield seen
    client._client.cache_clear()


def request(reference: str = "pi_123", amount: Money = EUR, **more: Any) -> PaymentRequest:
    return PaymentRequest(
        payment_id=ID,
        order_number="BDM-2026-000123",
        amount=amount,
        due_on=date(2026, 11, 28),
        reference=reference,
        email="inkoop@werfkade.example",
        **more,
    )


def held(status: str) -> stripe.PaymentIntent:
    return stripe.PaymentIntent.construct_from({"id": "pi_123", "status": status}, "sk_test_123")


@pytest.mark.parametrize("language", ["vi", "en", "it", "nl", "ja", "ko", "zh-Hans"])
@pytest.mark.parametrize("currency", ["EUR", "JPY", "KRW", "VND"])
def test_the_payment_page(asked: list[str], settings: Any, language: str, currency: str) -> None:
    settings.STRIPE_CAPTURES_AT_SHIPPING = ("eu",) if language == "vi" else ()
    amount = Money(Decimal(1_500_000), currency)
    outcome = GATEWAY.capture(request("", amount, language=language, channel="eu"), data={}, key="k")
    assert (outcome.answer, asked) == ("NEEDS_ACTION", ["POST /v1/checkout/sessions"])


@pytest.mark.parametrize("held", [(), ("all",)])
def test_intents(asked: list[str], settings: Any, held: tuple[str, ...]) -> None:
    settings.STRIPE_CAPTURES_AT_SHIPPING = held
    outcome = GATEWAY.capture(request(""), data={"payment_method": "pm_card_visa"}, key="k")
    assert outcome.reference.startswith("pi_")
    assert asked == ["POST /v1/payment_intents", "POST /v1/payment_intents/{}/confirm"]


def test_how_a_payment_stands(asked: list[str]) -> None:
    GATEWAY.inquire(request("cs_test_123"))
    GATEWAY.inquire(request("pi_123"))
    assert asked == ["GET /v1/checkout/sessions/{}", "GET /v1/payment_intents/{}"]


def test_charging_what_is_held(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture, "intent_of", lambda reference: held("requires_capture"))
    GATEWAY.capture_authorized(request(), amount=EUR, key="k")
    assert asked == ["POST /v1/payment_intents/{}/capture"]


def test_giving_up(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(give_up, "intent_of", lambda reference: held("requires_capture"))
    GATEWAY.void(request("cs_test_123"), key="k")
    assert asked == [
        "GET /v1/checkout/sessions/{}",
        "POST /v1/checkout/sessions/{}/expire",
        "POST /v1/payment_intents/{}/cancel",
    ]


def test_refunds(asked: list[str]) -> None:
    outcome = GATEWAY.refund(request(), amount=EUR, key="k")
    assert outcome.reference.startswith("re_")
    assert asked == ["GET /v1/payment_intents/{}", "GET /v1/refunds", "POST /v1/refunds"]


@pytest.mark.parametrize(
    ("type", "reference", "path"),
    [
        ("payment_intent.succeeded", "pi_123", "/v1/payment_intents/{}"),
        ("checkout.session.completed", "cs_test_123", "/v1/checkout/sessions/{}"),
        ("charge.refunded", "ch_123", "/v1/charges/{}"),
        ("refund.updated", "re_123", "/v1/refunds/{}"),
        ("charge.dispute.created", "dp_123", "/v1/disputes/{}"),
        ("transfer.reversed", "tr_123", "/v1/transfers/{}"),
        ("account.updated", "acct_123", "/v1/accounts/{}"),
    ],
)
def test_what_messages_are_about(asked: list[str], type: str, reference: str, path: str) -> None:
    facts.facts_of(Notice(event_id="evt_1", type=type, reference=reference, at=NOW))
    assert asked == [f"GET {path}"]


def test_the_list_of_messages_takes_all_our_types(asked: list[str]) -> None:
    list(notices_since(NOW))
    assert (asked, len(TYPES) <= 20) == (["GET /v1/events"], True)


def test_transfers_and_reversals(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    module = "orders.payouts.rails.stripe_transfer.rail"
    monkeypatch.setattr(f"{module}.charge_of", lambda reference: "ch_123")
    payee = Payee(seller_id=1, country="NL", reference="acct_123", can_receive=True)
    paid = RAIL.pay(PayoutRequest(ID, payee, EUR, group="BDM-1", source="pi_123", description="BDM-1/1"))
    back = RAIL.reverse("tr_123", amount=EUR, reversal_id=ID)
    assert (paid.answer, back.answer) == ("DONE", "DONE")
    assert asked == [
        "GET /v1/transfers",
        "POST /v1/transfers",
        "GET /v1/transfers/{}/reversals",
        "POST /v1/transfers/{}/reversals",
    ]


def test_sellers_accounts(asked: list[str]) -> None:
    made = accounts.make_account(country="NL", email="a@example.org", seller_id=1)
    accounts.onboarding_address(made, return_to="https://example.org/seller")
    accounts.standing_of_account(made)
    assert asked == ["POST /v1/accounts", "POST /v1/account_links", "GET /v1/accounts/{}"]


def test_fees(asked: list[str]) -> None:
    list(fees_since(NOW))
    assert asked == ["GET /v1/balance_transactions"]


@pytest.mark.parametrize(
    "wrong",
    [{"amount": "many"}, {"currency": "eur"}, {"amount": 1, "currency": "eur", "transfer_grup": "x"}],
    ids=["type", "missing", "unknown"],
)
def test_it_would_notice_a_wrong_request(wrong: dict[str, Any]) -> None:
    with pytest.raises(StripeRefused):
        ask(lambda it: it.v1.payment_intents.create(wrong))  # type: ignore[arg-type]  # wrong on purpose
