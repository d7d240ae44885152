"""How a payment stands, by Stripe's own word: the one place where its states become ours."""

import stripe
from django.conf import settings

from orders.payments.gateway import Answer, Outcome, PaymentRequest
from orders.payments.gateways.stripe.reasons import NOT_PAID_IN_TIME, PROVIDER_REFUSED
from orders.stripe_api.amounts import from_stripe
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused
from orders.stripe_api.intents import SESSION
from orders.stripe_api.metadata import noted


def standing(request: PaymentRequest) -> Outcome:
    """Fetched now. Without a reference nothing was ever made at Stripe."""
    if not request.reference:
        return Outcome(Answer.WAITING)
    try:
        return _said(request.reference)
    except StripeRefused:
        return Outcome(Answer.REFUSED, reference=request.reference, code=PROVIDER_REFUSED)


def _said(reference: str) -> Outcome:
    if reference.startswith(SESSION):
        expand = ["payment_intent"]
        return said_of_session(ask(lambda client: client.v1.checkout.sessions.retrieve(reference, {"expand": expand})))
    return said_of_intent(ask(lambda client: client.v1.payment_intents.retrieve(reference)))


def said_of_session(session: "stripe.checkout.Session") -> Outcome:
    """A page on which a card was declined is still open: the buyer tries another one there."""
    intent = session.payment_intent
    if isinstance(intent, stripe.PaymentIntent) and intent.status in _MOVING:
        return said_of_intent(intent)
    if session.status == "open":
        return Outcome(Answer.NEEDS_ACTION, reference=session.id, client_data={"redirect_url": session.url or ""})
    if session.status == "expired":
        return Outcome(Answer.REFUSED, reference=session.id, code=NOT_PAID_IN_TIME)
    return Outcome(Answer.WAITING, reference=session.id)


_MOVING = ("processing", "requires_capture", "succeeded", "canceled")


def said_of_intent(intent: stripe.PaymentIntent) -> Outcome:
    match intent.status:
        case "succeeded":
            amount = from_stripe(intent.amount_received, intent.currency)
            return Outcome(Answer.DONE, reference=intent.id, amount=amount)
        case "requires_capture":
            amount = from_stripe(intent.amount_capturable, intent.currency)
            return Outcome(Answer.AUTHORIZED, reference=intent.id, amount=amount)
        case "processing":
            return Outcome(Answer.WAITING, reference=intent.id)
        case "canceled":
            return Outcome(Answer.REFUSED, reference=intent.id, code=NOT_PAID_IN_TIME)
    return Outcome(Answer.NEEDS_ACTION, reference=intent.id, client_data=_for_the_browser(intent))


def _for_the_browser(intent: stripe.PaymentIntent) -> dict[str, str]:
    """What Stripe.js wants; and the address where the bank asks its customer, for programs without it."""
    found = {
        "payment_intent": intent.id,
        "client_secret": intent.client_secret or "",
        "publishable_key": settings.STRIPE_PUBLISHABLE_KEY or "",
    }
    if page := noted(intent, "next_action", "redirect_to_url", "url"):
        found["redirect_url"] = page
    return found
