"""Refunds: of a charge or its intent, whole or in parts, never more than was taken."""

from tests.peers.stripe.balance import enter
from tests.peers.stripe.parameters import Parameters, metadata_of, one_of, only, required, whole
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.world import Stored, World


def create(world: World, given: Parameters, *, pending: bool = False) -> Stored:
    only(given, "payment_intent", "charge", "amount", "reason", "metadata")
    charge = _charge_of(world, given)
    left = charge["amount_captured"] - charge["amount_refunded"]
    if charge["disputed"]:
        raise Refused(f"Charge {charge['id']} has been charged back; cannot issue a refund.", code="charge_disputed")
    if left == 0:
        raise Refused(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    amount = whole(given, "amount", left)
    if amount > left:
        raise Refused(f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", param="amount")
    reason = one_of(given, "reason", "duplicate", "fraudulent", "requested_by_customer", "", default="") or None
    refund = world.new(
        "re",
        "refund",
        amount=amount,
        currency=charge["currency"],
        charge=charge["id"],
        payment_intent=charge["payment_intent"],
        reason=reason,
        metadata=metadata_of(given),
        status="pending" if pending else "succeeded",
        balance_transaction=enter(world, "refund", charge["id"], amount=-amount, currency=charge["currency"]),
    )
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount_captured"]
    world.happened("refund.created", refund)
    world.happened("charge.refunded", charge)
    return refund


def settle(world: World, id: str, *, paid: bool) -> Stored:
    """The buyer's bank took a pending refund, or sent it back, maybe long after it succeeded."""
    refund = world.find("refund", id)
    refund["status"] = "succeeded" if paid else "failed"
    if not paid:
        refund["failure_reason"] = "expired_or_canceled_card"
        charge = world.find("charge", refund["charge"])
        charge["amount_refunded"] -= refund["amount"]
        charge["refunded"] = False
        enter(world, "refund_failure", charge["id"], amount=refund["amount"], currency=refund["currency"])
        world.happened("refund.failed", refund)
    world.happened("refund.updated", refund)
    return refund


def _charge_of(world: World, given: Parameters) -> Stored:
    if given.get("charge"):
        return world.find("charge", given["charge"])
    intent = world.find("payment_intent", required(given, "payment_intent"))
    if not intent["latest_charge"]:
        message = f"This PaymentIntent ({intent['id']}) does not have a successful charge to refund."
        raise Refused(message, code="payment_intent_unexpected_state", param="payment_intent")
    return world.find("charge", intent["latest_charge"])
