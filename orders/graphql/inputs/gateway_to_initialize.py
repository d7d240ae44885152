"""A way of paying with what it needs, as Saleor's clients send it."""

from collections.abc import Mapping
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import JSON, InputError, InputObjectType, String

_LONGEST = 200
_KNOWN = {"cardNumber": "card_number", "paymentMethod": "payment_method", "flow": "flow"}
PROGRAMS = {"flow": "payment_intent"}
"""A client of the API confirms a payment itself; it is not sent to a page."""


class PaymentGatewayToInitialize(InputObjectType):
    """A way of paying."""

    id = String(required=True, description="One of availablePaymentGateways.")
    data = JSON(
        description="What it needs: cardNumber for a test card, paymentMethod for a card that the provider keeps."
        " It is handed on and never stored."
    )


def gateway_data(given: Any) -> dict[str, str]:
    """What gateways understand of it; other keys are left aside. Raises `InputError` for what is no short text."""
    data: Mapping[str, Any] = given if isinstance(given, dict) else {}
    found = {ours: data[theirs] for theirs, ours in _KNOWN.items() if data.get(theirs) not in (None, "")}
    if any(not isinstance(value, str) or len(value) > _LONGEST for value in found.values()):
        raise InputError(_("This is not what the way of paying needs."), field="payment_gateway.data")
    return {**PROGRAMS, **found}
