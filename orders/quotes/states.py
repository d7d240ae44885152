"""The states of a quote, and the one table of moves between them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models

from orders.lifecycle.by import Role


class QuoteStatus(models.TextChoices):
    REQUESTED = "REQUESTED"
    """The buyer has asked; the seller has not answered yet."""
    OFFERED = "OFFERED"
    """The latest version is the seller's: the buyer's turn."""
    COUNTERED = "COUNTERED"
    """The latest version is the buyer's: the seller's turn."""
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    """Whose turn it was said no."""
    WITHDRAWN = "WITHDRAWN"
    """Who spoke last took it back."""
    EXPIRED = "EXPIRED"


_OPEN = frozenset({
    QuoteStatus.OFFERED, QuoteStatus.DECLINED, QuoteStatus.WITHDRAWN, QuoteStatus.EXPIRED,
})  # fmt: skip

QUOTE_MOVES: Mapping[QuoteStatus, frozenset[QuoteStatus]] = MappingProxyType(
    {
        QuoteStatus.REQUESTED: _OPEN,
        QuoteStatus.OFFERED: _OPEN | {QuoteStatus.COUNTERED, QuoteStatus.ACCEPTED},
        QuoteStatus.COUNTERED: _OPEN | {QuoteStatus.COUNTERED, QuoteStatus.ACCEPTED},
        QuoteStatus.ACCEPTED: frozenset(),
        QuoteStatus.DECLINED: frozenset(),
        QuoteStatus.WITHDRAWN: frozenset(),
        QuoteStatus.EXPIRED: frozenset({QuoteStatus.OFFERED}),
    }
)
"""Each side may better its own latest version; what has expired comes back to life by a new offer of the seller."""

_TURN: Mapping[QuoteStatus, Role] = MappingProxyType(
    {
        QuoteStatus.REQUESTED: Role.SELLER,
        QuoteStatus.OFFERED: Role.BUYER,
        QuoteStatus.COUNTERED: Role.SELLER,
    }
)
OPEN = frozenset(_TURN)
"""States in which something can still come of it."""


class IllegalQuoteMove(Exception):
    """A quote cannot go from one state to the other, or it is the other side's turn."""

    def __init__(self, number: str, before: str, after: str) -> None:
        super().__init__(f"{number} cannot go from {before} to {after}")
        self.number = number
        self.before = before
        self.after = after


def turn(status: str) -> Role | None:
    """Whose answer is awaited; nobody's once it is over."""
    return _TURN.get(QuoteStatus(status))


def spoke_last(status: str) -> Role | None:
    """Who asked or offered last."""
    awaited = turn(status)
    return None if awaited is None else Role.BUYER if awaited == Role.SELLER else Role.SELLER


def require_quote_move(number: str, before: str, after: QuoteStatus) -> None:
    """Raises ``IllegalQuoteMove`` when the table does not know the move."""
    if after not in QUOTE_MOVES[QuoteStatus(before)]:
        raise IllegalQuoteMove(number, before, after)
