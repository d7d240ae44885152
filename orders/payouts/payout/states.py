"""The states of a payout and the one table of moves between them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models


class PayoutStatus(models.TextChoices):
    PLANNED = "PLANNED"
    """The money is set aside from what is payable; nobody has been told to pay."""
    SENT = "SENT"
    """The bank or a person was told to pay."""
    CONFIRMED = "CONFIRMED"
    """The bank says that it has paid."""
    REJECTED = "REJECTED"
    """The bank did not pay, or the money came back: it is payable again."""
    CANCELED = "CANCELED"
    """Called off before anybody was told: it is payable again."""


PAYOUT_MOVES: Mapping[PayoutStatus, frozenset[PayoutStatus]] = MappingProxyType(
    {
        PayoutStatus.PLANNED: frozenset({PayoutStatus.SENT, PayoutStatus.CANCELED}),
        PayoutStatus.SENT: frozenset({PayoutStatus.CONFIRMED, PayoutStatus.REJECTED}),
        PayoutStatus.CONFIRMED: frozenset({PayoutStatus.REJECTED}),
        PayoutStatus.REJECTED: frozenset(),
        PayoutStatus.CANCELED: frozenset(),
    }
)
"""A confirmed payout is rejected when the seller's bank sends the money back days later."""


class IllegalPayoutMove(Exception):
    """A payout cannot go from one state to the other."""

    def __init__(self, number: str, before: str, after: str) -> None:
        super().__init__(f"{number} cannot go from {before} to {after}")
        self.number = number
        self.before = before
        self.after = after


def require_payout_move(number: str, before: str, after: PayoutStatus) -> None:
    """Raises ``IllegalPayoutMove`` when the table does not know the move."""
    if after not in PAYOUT_MOVES[PayoutStatus(before)]:
        raise IllegalPayoutMove(number, before, after)
