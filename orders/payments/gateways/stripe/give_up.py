"""Let go of a payment that nobody waits for: close its page, cancel its intent."""

from orders.payments.gateway import Answer, Outcome, PaymentRequest
from orders.payments.gateways.stripe.standing import said_of_intent, standing
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused
from orders.stripe_api.intents import SESSION, intent_of

_CANCELABLE = ("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture", "processing")


def give_up(request: PaymentRequest, *, key: str) -> Outcome:
    """DONE when no money can come by it any more, otherwise what Stripe says instead: somebody was faster and paid."""
    reference = request.reference
    if not reference:
        return Outcome(Answer.DONE)
    try:
        if reference.startswith(SESSION) and standing(request).answer == Answer.NEEDS_ACTION:
            ask(lambda client: client.v1.checkout.sessions.expire(reference, {}, {"idempotency_key": f"{key}:page"}))
        intent = intent_of(reference)
        if intent is not None and intent.status in _CANCELABLE:
            id = intent.id
            intent = ask(lambda client: client.v1.payment_intents.cancel(id, {}, {"idempotency_key": key}))
    except StripeRefused:
        return standing(request)
    if intent is not None and intent.status not in ("canceled", *_CANCELABLE):
        return said_of_intent(intent)
    return Outcome(Answer.DONE, reference=reference)
