"""What a buyer gives a gateway."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import Enum, InputError, InputObjectType, String

LONGEST = 40
LONGEST_NAME = 200

PaymentFlow = Enum(
    "PaymentFlow",
    [("HOSTED_PAGE", "page"), ("PAYMENT_INTENT", "payment_intent")],
    description="HOSTED_PAGE: the buyer goes to payment.action.redirectUrl, and comes back to the order's page."
    " PAYMENT_INTENT: a program confirms payment.action.clientSecret with the provider's own library.",
)


class PaymentDataInput(InputObjectType):
    """For gateways that charge at once. It is handed to the gateway and never stored."""

    card_number = String(description="For a gateway with needsCard.")
    flow = PaymentFlow(description="For stripe; HOSTED_PAGE unless told otherwise.")
    payment_method = String(description="For stripe: one of its payment methods (pm_…), which is charged at once.")


def payment_data(given: Any) -> dict[str, str]:
    number = (given or {}).get("card_number") or ""
    if len(number) > LONGEST:
        raise InputError(_("This is not a card number."), field="payment_data.card_number")
    method = (given or {}).get("payment_method") or ""
    if len(method) > LONGEST_NAME:
        raise InputError(_("This is not what the way of paying needs."), field="payment_data.payment_method")
    flow = (given or {}).get("flow")
    found = {"card_number": number, "payment_method": method, "flow": str(getattr(flow, "value", flow) or "")}
    return {name: value for name, value in found.items() if value}
