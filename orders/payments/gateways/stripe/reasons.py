"""Why a payment did not come about: Stripe's codes in this project's words."""

from collections.abc import Mapping
from types import MappingProxyType

from orders.stripe_api.errors import CardRefused, StripeRefused

CARD_DECLINED = "CARD_DECLINED"
NOT_PAID_IN_TIME = "NOT_PAID_IN_TIME"
PROVIDER_REFUSED = "PROVIDER_REFUSED"
"""Nothing the buyer could do otherwise with the same way of paying; our log has Stripe's number of the request."""

OURS: Mapping[str, str] = MappingProxyType(
    {
        "card_declined": CARD_DECLINED,
        "authentication_required": "AUTHENTICATION_FAILED",
        "payment_intent_authentication_failure": "AUTHENTICATION_FAILED",
        "expired_card": "CARD_EXPIRED",
        "incorrect_cvc": "CARD_DETAILS_WRONG",
        "invalid_cvc": "CARD_DETAILS_WRONG",
        "incorrect_number": "CARD_NUMBER_INVALID",
        "invalid_number": "CARD_NUMBER_INVALID",
        "invalid_expiry_month": "CARD_DETAILS_WRONG",
        "invalid_expiry_year": "CARD_DETAILS_WRONG",
        "incorrect_zip": "CARD_DETAILS_WRONG",
        "processing_error": "TRY_AGAIN",
        "card_decline_rate_limit_exceeded": "TRY_ANOTHER_CARD",
        "amount_too_small": "AMOUNT_TOO_SMALL",
        "amount_too_large": "AMOUNT_TOO_LARGE",
        "payment_method_provider_decline": CARD_DECLINED,
        "payment_intent_payment_attempt_failed": CARD_DECLINED,
        "charge_already_refunded": "ALREADY_REFUNDED",
        "charge_disputed": "CHARGE_DISPUTED",
    }
)
_BY_DECLINE: Mapping[str, str] = MappingProxyType(
    {
        "insufficient_funds": "INSUFFICIENT_FUNDS",
        "expired_card": "CARD_EXPIRED",
        "incorrect_cvc": "CARD_DETAILS_WRONG",
        "incorrect_number": "CARD_NUMBER_INVALID",
        "authentication_required": "AUTHENTICATION_FAILED",
        "try_again_later": "TRY_AGAIN",
        "processing_error": "TRY_AGAIN",
    }
)
"""More exact than the code. Stripe asks not to tell a buyer of "fraudulent", "lost_card" or "stolen_card"."""


def code_of(refused: StripeRefused) -> str:
    decline = refused.decline_code if isinstance(refused, CardRefused) else ""
    return reason(refused.code, decline)


def reason(code: str, decline_code: str = "") -> str:
    return _BY_DECLINE.get(decline_code) or OURS.get(code, PROVIDER_REFUSED)
