"""Tell Stripe of a payment: by its payment page, or by an intent that the buyer's program confirms."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from orders.payments.gateway import Answer, Outcome, PaymentRequest
from orders.payments.gateways.stripe.reasons import code_of
from orders.payments.gateways.stripe.standing import said_of_intent, said_of_session
from orders.payments.return_link import return_link
from orders.stripe_api.amounts import to_stripe
from orders.stripe_api.client import ask
from orders.stripe_api.errors import CardRefused

PAYMENT_INTENT = "payment_intent"
PAYMENT = "payment"
"""The name of our payment in the metadata of Stripe's objects."""
ORDER = _("Order %(number)s")
_LOCALES = {"zh-Hans": "zh"}


def announce(request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome:
    """Raises ``StripeRefused`` for what no card would change, ``StripeUnavailable``."""
    if data.get("flow") == PAYMENT_INTENT or data.get("payment_method"):
        return _intent(request, data.get("payment_method", ""), key)
    return _page(request, key)


def _page(request: PaymentRequest, key: str) -> Outcome:
    """A Checkout Session of one line, the order: Stripe isn't told what was bought. It is open for 24 hours."""
    currency = request.amount.currency.lower()
    name = gettext(request.language, ORDER, number=request.order_number)
    price = {
        "currency": currency,
        "unit_amount": to_stripe(request.amount),
        "product_data": {"name": name},
    }
    parameters: Any = {
        "mode": "payment",
        "ui_mode": "hosted_page",
        "line_items": [{"quantity": 1, "price_data": price}],
        "client_reference_id": str(request.payment_id),
        "metadata": _metadata(request),
        "payment_intent_data": _common(request),
        "success_url": return_link(request.payment_id),
        "cancel_url": return_link(request.payment_id),
        "locale": _LOCALES.get(request.language, request.language),
    }
    if request.email:
        parameters["customer_email"] = request.email
    session = ask(lambda client: client.v1.checkout.sessions.create(parameters, {"idempotency_key": f"{key}:page"}))
    return said_of_session(session)


def _intent(request: PaymentRequest, payment_method: str, key: str) -> Outcome:
    """``payment_method`` is confirmed at once; without one the buyer's program confirms the intent itself.

    A card that is refused ends the payment: the intent is given up, so that no later confirmation can charge it.
    """
    parameters: Any = {
        "amount": to_stripe(request.amount),
        "currency": request.amount.currency.lower(),
        "automatic_payment_methods": {"enabled": True},
        **_common(request),
    }
    intent = ask(lambda client: client.v1.payment_intents.create(parameters, {"idempotency_key": f"{key}:intent"}))
    if not payment_method:
        return said_of_intent(intent)
    confirming: Any = {"payment_method": payment_method, "return_url": return_link(request.payment_id)}
    try:
        confirmed = ask(
            lambda client: client.v1.payment_intents.confirm(
                intent.id, confirming, {"idempotency_key": f"{key}:confirm"}
            )
        )
    except CardRefused as refused:
        ask(lambda client: client.v1.payment_intents.cancel(intent.id, {}, {"idempotency_key": f"{key}:cancel"}))
        return Outcome(Answer.REFUSED, reference=intent.id, code=code_of(refused))
    return said_of_intent(confirmed)


def _common(request: PaymentRequest) -> dict[str, Any]:
    held = {request.channel, "all"} & set(settings.STRIPE_CAPTURES_AT_SHIPPING)
    return {
        "transfer_group": request.order_number,
        "metadata": _metadata(request),
        "description": request.order_number,
        **({"capture_method": "manual"} if held else {}),
    }


def _metadata(request: PaymentRequest) -> dict[str, str]:
    return {PAYMENT: str(request.payment_id), "order": request.order_number}
