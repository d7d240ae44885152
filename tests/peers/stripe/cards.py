"""Test cards and payment methods, by Stripe's published numbers and names."""

from dataclasses import dataclass

from tests.peers.stripe.refused import Refused


@dataclass(frozen=True)
class Card:
    number: str
    decline: tuple[str, str] | None = None
    """Error code and decline code."""
    authenticates: bool = False
    """It asks its holder first (SCA)."""
    is_disputed: bool = False
    settles_later: bool = False
    """A debit that the bank answers days later."""


METHODS = {
    "pm_card_visa": Card("4242424242424242"),
    "pm_card_visa_chargeDeclined": Card("4000000000000002", decline=("card_declined", "generic_decline")),
    "pm_card_visa_chargeDeclinedInsufficientFunds": Card(
        "4000000000009995", decline=("card_declined", "insufficient_funds")
    ),
    "pm_card_chargeDeclinedExpiredCard": Card("4000000000000069", decline=("expired_card", "")),
    "pm_card_chargeDeclinedIncorrectCvc": Card("4000000000000127", decline=("incorrect_cvc", "")),
    "pm_card_chargeDeclinedProcessingError": Card("4000000000000119", decline=("processing_error", "")),
    "pm_card_chargeDeclinedFraudulent": Card("4100000000000019", decline=("card_declined", "fraudulent")),
    "pm_card_authenticationRequired": Card("4000002760003184", authenticates=True),
    "pm_card_createDispute": Card("4000000000000259", is_disputed=True),
    "pm_sepaDebit": Card("DE89370400440532013000", settles_later=True),
}


def card_of(payment_method: str) -> Card:
    try:
        return METHODS[payment_method]
    except KeyError:
        raise Refused(
            f"No such PaymentMethod: '{payment_method}'", code="resource_missing", param="payment_method"
        ) from None


def method_of_number(number: str) -> str:
    """What a person typed on the hosted page."""
    digits = "".join(number.split())
    for name, card in METHODS.items():
        if card.number == digits:
            return name
    raise Refused("Your card number is invalid.", status=402, type="card_error", code="incorrect_number")
