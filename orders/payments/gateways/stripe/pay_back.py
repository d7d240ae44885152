"""Refund some or all of a payment, once per key, however long ago the first attempt was.

Stripe forgets idempotency keys after a day or more; our own key is therefore in the refund's metadata as well, and a
refund that has it already is the answer.
"""

from typing import Any

import stripe

from i18n.money import Money
from orders.payments.gateway import Answer, Outcome, PaymentRequest
from orders.payments.gateways.stripe.announce import PAYMENT
from orders.payments.gateways.stripe.reasons import PROVIDER_REFUSED, code_of
from orders.stripe_api.amounts import to_stripe
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused
from orders.stripe_api.intents import intent_of
from orders.stripe_api.metadata import noted

KEY = "refund"
"""The name of our key in the metadata of Stripe's refunds."""


def pay_back(request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
    try:
        intent = intent_of(request.reference) if request.reference else None
        if intent is None:
            return Outcome(Answer.REFUSED, code=PROVIDER_REFUSED)
        return said_of_refund(_made_before(intent.id, key) or _make(request, intent.id, amount, key))
    except StripeRefused as refused:
        return Outcome(Answer.REFUSED, code=code_of(refused))


def said_of_refund(refund: stripe.Refund) -> Outcome:
    """Pending is on its way: banks answer days later. One that waits for the buyer's own bank details is, too."""
    match refund.status:
        case "succeeded":
            return Outcome(Answer.DONE, reference=refund.id)
        case "failed" | "canceled":
            return Outcome(
                Answer.REFUSED, reference=refund.id, code=(noted(refund, "failure_reason") or PROVIDER_REFUSED).upper()
            )
    return Outcome(Answer.WAITING, reference=refund.id)


def refunds_of(intent_id: str) -> list[stripe.Refund]:
    """All refunds of an intent, whoever made them."""
    wanted: Any = {"payment_intent": intent_id, "limit": 100}
    return ask(lambda client: list(client.v1.refunds.list(wanted).auto_paging_iter()))


def _made_before(intent_id: str, key: str) -> stripe.Refund | None:
    return next((row for row in refunds_of(intent_id) if noted(row.metadata, KEY) == key), None)


def _make(request: PaymentRequest, intent_id: str, amount: Money, key: str) -> stripe.Refund:
    wanted: Any = {
        "payment_intent": intent_id,
        "amount": to_stripe(amount),
        "reason": "requested_by_customer",
        "metadata": {KEY: key, PAYMENT: str(request.payment_id), "order": request.order_number},
    }
    return ask(lambda client: client.v1.refunds.create(wanted, {"idempotency_key": f"refund:{key}"}))
