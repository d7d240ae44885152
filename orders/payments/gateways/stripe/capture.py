"""Charge what is held on a card."""

from typing import Any

from i18n.money import Money
from orders.payments.gateway import Answer, Outcome, PaymentRequest
from orders.payments.gateways.stripe.reasons import PROVIDER_REFUSED, code_of
from orders.payments.gateways.stripe.standing import said_of_intent
from orders.stripe_api.amounts import to_stripe
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused
from orders.stripe_api.intents import intent_of


def capture_held(request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
    """``amount`` of it; Stripe lets go of the rest. An intent that was captured or given up meanwhile says so."""
    try:
        intent = intent_of(request.reference)
        if intent is None:
            return Outcome(Answer.REFUSED, reference=request.reference, code=PROVIDER_REFUSED)
        if intent.status != "requires_capture":
            return said_of_intent(intent)
        wanted: Any = {"amount_to_capture": to_stripe(amount)}
        id = intent.id
        return said_of_intent(
            ask(lambda client: client.v1.payment_intents.capture(id, wanted, {"idempotency_key": key}))
        )
    except StripeRefused as refused:
        return Outcome(Answer.REFUSED, reference=request.reference, code=code_of(refused))
