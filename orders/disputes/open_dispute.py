"""A buyer calls on the marketplace: the seller has to answer, and is not paid out meanwhile."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.money import Money
from orders.disputes.dispute import Dispute, DisputeReason
from orders.disputes.move_dispute import Said, say, tell
from orders.disputes.states import OPEN
from orders.fulfillment.pack import lock_seller_order
from orders.lifecycle.by import By
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.owe_refund import refundable
from orders.returns.eligibility import right_to_dispute
from orders.returns.periods import PeriodKind, deadline


class AlreadyDisputed(Exception):
    """There is an open dispute about this part: write there."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} is open")
        self.number = number


class ClaimTooHigh(Exception):
    """More is claimed, offered or granted than was paid for the part and did not go back yet."""

    def __init__(self, possible: Money) -> None:
        super().__init__(f"at most {possible}")
        self.possible = possible


def open_dispute(
    *, seller_order_id: UUID, reason: DisputeReason, claimed: Money, said: Said, by: By, now: datetime
) -> Dispute:
    """Raises ``AlreadyDisputed``, ``ClaimTooHigh``, ``TooLate`` and ``TooEarly``; nothing is changed then."""
    with transaction.atomic():
        part = lock_seller_order(seller_order_id)
        known = part.disputes.filter(status__in=OPEN).first()
        if known is not None:
            raise AlreadyDisputed(known.number)
        right = right_to_dispute(part, now=now)
        require_within(part, claimed)
        position = part.disputes.count() + 1
        dispute = Dispute.objects.create(
            seller_order=part,
            position=position,
            number=f"{part.number}-D{position}",
            reason=reason,
            claimed_amount=claimed.amount,
            legal_basis=right.period.legal_basis,
            opened_at=now,
            due_at=deadline(PeriodKind.ANSWER, now=now),
        )
        tell(dispute, say(dispute, said, by=by, now=now), by=by, now=now)
    return dispute


def require_within(part: SellerOrder, amount: Money, *, or_nothing: bool = False) -> None:
    """Raises ``ClaimTooHigh`` for an amount that cannot go back."""
    possible = refundable(part)
    if amount > possible or amount.amount < 0 or not (amount or or_nothing):
        raise ClaimTooHigh(possible)
