"""What a buyer gives a gateway."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, InputObjectType, String

LONGEST = 40


class PaymentDataInput(InputObjectType):
    """For gateways that charge at once. It is handed to the gateway and never stored."""

    card_number = String()


def payment_data(given: Any) -> dict[str, str]:
    number = (given or {}).get("card_number") or ""
    if len(number) > LONGEST:
        raise InputError(_("This is not a card number."), field="payment_data.card_number")
    return {"card_number": number} if number else {}
