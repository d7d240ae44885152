"""From what we call a payment to Stripe's intent and charge."""

import stripe

from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused

SESSION = "cs_"
"""What the names of Checkout Sessions begin with; those of intents begin with ``pi_``."""


def intent_of(reference: str) -> stripe.PaymentIntent | None:
    """The intent of a payment, which a payment page has only once somebody tried to pay."""
    if not reference.startswith(SESSION):
        return ask(lambda client: client.v1.payment_intents.retrieve(reference))
    session = ask(lambda client: client.v1.checkout.sessions.retrieve(reference, {"expand": ["payment_intent"]}))
    return session.payment_intent if isinstance(session.payment_intent, stripe.PaymentIntent) else None


def charge_of(reference: str) -> str:
    """The charge of a payment; raises ``StripeRefused`` where nothing was charged."""
    intent = intent_of(reference)
    charge = intent.latest_charge if intent is not None and intent.status == "succeeded" else None
    if charge is None:
        raise StripeRefused("nothing_charged", status=None, request="")
    return charge.id if isinstance(charge, stripe.Charge) else charge
