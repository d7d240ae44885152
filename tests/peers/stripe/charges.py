"""Charges: what a confirmed intent takes, or holds until it is captured."""

from tests.peers.stripe.balance import enter, fee_on
from tests.peers.stripe.cards import Card
from tests.peers.stripe.disputes import open_dispute
from tests.peers.stripe.world import Stored, World


def charge(world: World, intent: Stored, card: Card) -> Stored:
    """Take or hold the intent's amount; the intent follows."""
    held = intent["capture_method"] == "manual"
    made = _new_charge(world, intent, captured=False, status="succeeded")
    intent["latest_charge"] = made["id"]
    intent["next_action"] = intent["last_payment_error"] = None
    if held:
        intent |= {"status": "requires_capture", "amount_capturable": intent["amount"]}
        world.happened("charge.succeeded", made)
        world.happened("payment_intent.amount_capturable_updated", intent)
    else:
        take(world, intent, made, intent["amount"])
        world.happened("charge.succeeded", made)
        world.happened("payment_intent.succeeded", intent)
    if card.is_disputed:
        open_dispute(world, made)
    return made


def take(world: World, intent: Stored, made: Stored, amount: int) -> None:
    made |= {"captured": True, "amount_captured": amount}
    made["balance_transaction"] = enter(
        world, "charge", made["id"], amount=amount, currency=made["currency"], fee=fee_on(amount)
    )
    intent |= {"status": "succeeded", "amount_received": amount, "amount_capturable": 0}


def failed_charge(world: World, intent: Stored, code: str, message: str) -> Stored:
    made = _new_charge(world, intent, captured=False, status="failed")
    made |= {"failure_code": code, "failure_message": message, "paid": False}
    intent["latest_charge"] = made["id"]
    world.happened("charge.failed", made)
    return made


def _new_charge(world: World, intent: Stored, *, captured: bool, status: str) -> Stored:
    return world.new(
        "ch",
        "charge",
        amount=intent["amount"],
        amount_captured=0,
        amount_refunded=0,
        captured=captured,
        currency=intent["currency"],
        payment_intent=intent["id"],
        payment_method=intent["payment_method"],
        transfer_group=intent["transfer_group"],
        metadata=dict(intent["metadata"]),
        balance_transaction=None,
        refunded=False,
        disputed=False,
        paid=True,
        status=status,
        failure_code=None,
        failure_message=None,
        amount_transferred=0,
    )
