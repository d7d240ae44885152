"""Disputes: the bank takes a charge back until it is decided."""

from tests.peers.stripe.balance import enter
from tests.peers.stripe.parameters import Parameters, metadata_of, only
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.world import Stored, World

FEE = 1500


def open_dispute(world: World, charge: Stored, reason: str = "fraudulent", amount: int | None = None) -> Stored:
    taken = charge["amount_captured"] - charge["amount_refunded"] if amount is None else amount
    dispute = world.new(
        "dp",
        "dispute",
        amount=taken,
        currency=charge["currency"],
        charge=charge["id"],
        payment_intent=charge["payment_intent"],
        reason=reason,
        status="needs_response",
        is_charge_refundable=False,
        evidence={},
        evidence_details={"due_by": world.now() + 7 * 86400, "has_evidence": False, "submission_count": 0},
        metadata={},
        balance_transactions=[],
    )
    charge["disputed"] = True
    _enter(world, dispute, -taken, FEE)
    world.happened("charge.dispute.created", dispute)
    world.happened("charge.dispute.funds_withdrawn", dispute)
    return dispute


def close_dispute(world: World, dispute: Stored, *, won: bool) -> Stored:
    """What the buyer's bank decided."""
    dispute["status"] = "won" if won else "lost"
    if won:
        _enter(world, dispute, dispute["amount"], -FEE)
        world.happened("charge.dispute.funds_reinstated", dispute)
    world.happened("charge.dispute.closed", dispute)
    return dispute


def update(world: World, id: str, given: Parameters) -> Stored:
    only(given, "evidence", "metadata", "submit")
    dispute = world.find("dispute", id)
    if dispute["status"] in ("won", "lost"):
        raise Refused("This dispute is closed.", code="dispute_already_closed")
    dispute["evidence"] |= given.get("evidence") or {}
    dispute["metadata"] |= metadata_of(given)
    if given.get("submit") == "true":
        dispute["status"] = "under_review"
        dispute["evidence_details"] |= {"has_evidence": True, "submission_count": 1}
    world.happened("charge.dispute.updated", dispute)
    return dispute


def _enter(world: World, dispute: Stored, amount: int, fee: int) -> None:
    id = enter(world, "adjustment", dispute["id"], amount=amount, currency=dispute["currency"], fee=fee)
    dispute["balance_transactions"].append(world.find("balance_transaction", id))
