"""PaymentIntents: from ``requires_payment_method`` to ``succeeded``, or not."""

from typing import Any

from tests.peers.stripe.cards import card_of
from tests.peers.stripe.charges import charge, failed_charge, take
from tests.peers.stripe.parameters import (
    Parameters,
    chargeable,
    currency_of,
    metadata_of,
    one_of,
    only,
    required,
    whole,
)
from tests.peers.stripe.refused import Refused, card_declined, unexpected_state
from tests.peers.stripe.world import Stored, World

CREATED_WITH = (
    "amount",
    "currency",
    "automatic_payment_methods",
    "payment_method_types",
    "capture_method",
    "confirm",
    "description",
    "metadata",
    "payment_method",
    "receipt_email",
    "return_url",
    "statement_descriptor_suffix",
    "transfer_group",
)
CONFIRMABLE = ("requires_payment_method", "requires_confirmation")
CANCELABLE = (*CONFIRMABLE, "requires_action", "requires_capture", "processing")


def create(world: World, given: Parameters) -> Stored:
    only(given, *CREATED_WITH)
    currency = currency_of(given)
    intent = world.new(
        "pi",
        "payment_intent",
        amount=chargeable(whole(given, "amount"), currency),
        amount_received=0,
        amount_capturable=0,
        currency=currency,
        status="requires_payment_method",
        capture_method=one_of(given, "capture_method", "automatic", "automatic_async", "manual", default="automatic"),
        confirmation_method="automatic",
        automatic_payment_methods={"enabled": True, "allow_redirects": "always"},
        payment_method_types=["card", "sepa_debit"],
        payment_method=given.get("payment_method"),
        latest_charge=None,
        metadata=metadata_of(given),
        transfer_group=given.get("transfer_group"),
        description=given.get("description"),
        next_action=None,
        last_payment_error=None,
        canceled_at=None,
        cancellation_reason=None,
    )
    intent["client_secret"] = f"{intent['id']}_secret_{world.now():x}"
    world.happened("payment_intent.created", intent)
    if given.get("confirm") == "true":
        return confirm(world, intent["id"], {"return_url": given.get("return_url", "")})
    return intent


def confirm(world: World, id: str, given: Parameters, *, returns: str = "") -> Stored:
    """With a payment method; declines are answered 402 and leave the intent ready for another one."""
    only(given, "payment_method", "return_url", "client_secret", "receipt_email")
    intent = world.find("payment_intent", id)
    if intent["status"] not in CONFIRMABLE:
        raise unexpected_state("payment_intent", intent["status"], "confirmed", payment_intent=intent)
    intent["payment_method"] = given.get("payment_method") or required(intent, "payment_method")
    card = card_of(intent["payment_method"])
    if card.decline is not None:
        _decline(world, intent, *card.decline)
    if card.authenticates:
        back = given.get("return_url") or returns
        page = {"url": f"{world.url}/authenticate/{id}", "return_url": back}
        intent |= {"status": "requires_action", "next_action": {"type": "redirect_to_url", "redirect_to_url": page}}
        world.happened("payment_intent.requires_action", intent)
    elif card.settles_later:
        intent["status"] = "processing"
        world.happened("payment_intent.processing", intent)
    else:
        charge(world, intent, card)
    return intent


def authenticate(world: World, id: str, *, approved: bool) -> Stored:
    """The holder answered the bank's question."""
    intent = world.find("payment_intent", id)
    if intent["status"] != "requires_action":
        raise unexpected_state("payment_intent", intent["status"], "authenticated")
    if approved:
        charge(world, intent, card_of(intent["payment_method"]))
    else:
        _fail(world, intent, "payment_intent_authentication_failure", "", "The holder did not authenticate.")
    return intent


def settle(world: World, id: str, *, paid: bool) -> Stored:
    """The bank answered a debit."""
    intent = world.find("payment_intent", id)
    if paid:
        charge(world, intent, card_of(intent["payment_method"]))
    else:
        _fail(world, intent, "payment_method_provider_decline", "", "The bank refused the debit.")
    return intent


def capture(world: World, id: str, given: Parameters) -> Stored:
    """Some or all of what is held; the rest is let go."""
    only(given, "amount_to_capture", "metadata", "statement_descriptor_suffix")
    intent = world.find("payment_intent", id)
    if intent["status"] != "requires_capture":
        raise unexpected_state("payment_intent", intent["status"], "captured", payment_intent=intent)
    amount = whole(given, "amount_to_capture", intent["amount_capturable"])
    if amount > intent["amount_capturable"]:
        raise Refused("More than is held.", code="amount_too_large", param="amount_to_capture")
    made = world.find("charge", intent["latest_charge"])
    take(world, intent, made, amount)
    world.happened("charge.captured", made)
    world.happened("payment_intent.succeeded", intent)
    return intent


def cancel(world: World, id: str, given: Parameters) -> Stored:
    only(given, "cancellation_reason")
    reasons = ("duplicate", "fraudulent", "requested_by_customer", "abandoned", "")
    reason = one_of(given, "cancellation_reason", *reasons, default="")
    intent = world.find("payment_intent", id)
    if intent["status"] not in CANCELABLE:
        raise unexpected_state("payment_intent", intent["status"], "canceled", payment_intent=intent)
    intent |= {"status": "canceled", "canceled_at": world.now(), "cancellation_reason": reason or None}
    intent |= {"amount_capturable": 0, "next_action": None}
    world.happened("payment_intent.canceled", intent)
    return intent


def _decline(world: World, intent: Stored, code: str, decline_code: str) -> None:
    _fail(world, intent, code, decline_code, "Your card was declined.")
    raise card_declined(code, decline_code, payment_intent=intent)


def _fail(world: World, intent: Stored, code: str, decline_code: str, message: str) -> None:
    error: dict[str, Any] = {"type": "card_error", "code": code, "message": message}
    if decline_code:
        error["decline_code"] = decline_code
    failed_charge(world, intent, code, message)
    intent |= {"status": "requires_payment_method", "last_payment_error": error, "next_action": None}
    world.happened("payment_intent.payment_failed", intent)
