"""The states of a return and the one table of moves between them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models

from orders.lifecycle.states import IllegalMove


class ReturnStatus(models.TextChoices):
    REQUESTED = "REQUESTED"
    """The seller has to decide."""
    APPROVED = "APPROVED"
    """The buyer has to send the goods."""
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    """The buyer keeps the goods after all."""
    LAPSED = "LAPSED"
    """The buyer did not send them in time."""
    SENT = "SENT"
    """The goods are on their way back."""
    RECEIVED = "RECEIVED"
    """The seller has them; a return that asks for others waits for these here."""
    REFUNDED = "REFUNDED"
    EXCHANGED = "EXCHANGED"


RETURN_MOVES: Mapping[ReturnStatus, frozenset[ReturnStatus]] = MappingProxyType(
    {
        ReturnStatus.REQUESTED: frozenset({ReturnStatus.APPROVED, ReturnStatus.REJECTED, ReturnStatus.WITHDRAWN}),
        ReturnStatus.APPROVED: frozenset(
            {ReturnStatus.SENT, ReturnStatus.RECEIVED, ReturnStatus.WITHDRAWN, ReturnStatus.LAPSED}
        ),
        ReturnStatus.SENT: frozenset({ReturnStatus.RECEIVED}),
        ReturnStatus.RECEIVED: frozenset({ReturnStatus.REFUNDED, ReturnStatus.EXCHANGED}),
        ReturnStatus.REJECTED: frozenset(),
        ReturnStatus.WITHDRAWN: frozenset(),
        ReturnStatus.LAPSED: frozenset(),
        ReturnStatus.REFUNDED: frozenset(),
        ReturnStatus.EXCHANGED: frozenset(),
    }
)

OPEN = (ReturnStatus.REQUESTED, ReturnStatus.APPROVED, ReturnStatus.SENT, ReturnStatus.RECEIVED)


def require_return_move(number: str, before: str, after: ReturnStatus) -> None:
    """Raises ``IllegalMove`` when the table does not know the move."""
    if after not in RETURN_MOVES[ReturnStatus(before)]:
        raise IllegalMove(number, before, after)
