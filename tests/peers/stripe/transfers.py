"""Transfers to connected accounts, out of a charge or the balance, and their reversals."""

from tests.peers.stripe.balance import available, enter
from tests.peers.stripe.parameters import Parameters, currency_of, metadata_of, only, required, whole
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.world import Stored, World


def create(world: World, given: Parameters) -> Stored:
    only(given, "amount", "currency", "destination", "source_transaction", "transfer_group", "description", "metadata")
    amount, currency = whole(given, "amount"), currency_of(given)
    account = world.find("account", required(given, "destination"))
    if account["capabilities"].get("transfers") != "active":
        message = "Your destination account needs to have at least one of these capabilities enabled: transfers"
        raise Refused(message, code="insufficient_capabilities_for_transfer")
    group = given.get("transfer_group")
    if source := given.get("source_transaction"):
        group = _take_from(world.find("charge", source), amount, currency, group)
    elif amount > available(world, currency):
        raise Refused("You have insufficient available funds in your Stripe account.", code="balance_insufficient")
    transfer = world.new(
        "tr",
        "transfer",
        amount=amount,
        amount_reversed=0,
        currency=currency,
        destination=account["id"],
        source_transaction=given.get("source_transaction"),
        transfer_group=group,
        description=given.get("description"),
        metadata=metadata_of(given),
        reversed=False,
    )
    transfer["balance_transaction"] = enter(world, "transfer", transfer["id"], amount=-amount, currency=currency)
    transfer["reversals"] = {"object": "list", "data": [], "has_more": False, "url": f"{transfer['id']}/reversals"}
    world.happened("transfer.created", transfer)
    return transfer


def reverse(world: World, id: str, given: Parameters) -> Stored:
    only(given, "amount", "description", "metadata", "refund_application_fee")
    transfer = world.find("transfer", id)
    left = transfer["amount"] - transfer["amount_reversed"]
    amount = whole(given, "amount", left or 1)
    if amount > left:
        message = f"Transfer reversal amount ({amount}) is greater than unreversed amount on transfer ({left})"
        raise Refused(message, param="amount")
    currency = transfer["currency"]
    reversal = world.new(
        "trr", "transfer_reversal", amount=amount, currency=currency, transfer=id, metadata=metadata_of(given)
    )
    reversal["balance_transaction"] = enter(world, "transfer_refund", id, amount=amount, currency=currency)
    transfer["amount_reversed"] += amount
    transfer["reversed"] = transfer["amount_reversed"] == transfer["amount"]
    transfer["reversals"]["data"].insert(0, reversal)
    world.happened("transfer.reversed", transfer)
    return reversal


def _take_from(charge: Stored, amount: int, currency: str, group: str | None) -> str | None:
    if charge["currency"] != currency:
        raise Refused("The currency of source_transaction differs.", param="source_transaction")
    if group and charge["transfer_group"] and group != charge["transfer_group"]:
        message = "The transfer_group does not match the transfer_group of the source_transaction."
        raise Refused(message, param="transfer_group")
    if charge["amount_transferred"] + amount > charge["amount_captured"]:
        raise Refused("Transfers using this transaction as a source must not exceed it.", code="balance_insufficient")
    charge["amount_transferred"] += amount
    return charge["transfer_group"] or group
