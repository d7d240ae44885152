"""The states of a dispute and the one table of moves between them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models

from orders.lifecycle.states import IllegalMove


class DisputeStatus(models.TextChoices):
    OPEN = "OPEN"
    """The seller has to answer."""
    ANSWERED = "ANSWERED"
    """The buyer takes the answer or lets the marketplace decide."""
    ESCALATED = "ESCALATED"
    """The marketplace has to decide."""
    SETTLED = "SETTLED"
    """Both agreed on a refund."""
    WITHDRAWN = "WITHDRAWN"
    DECIDED = "DECIDED"


DISPUTE_MOVES: Mapping[DisputeStatus, frozenset[DisputeStatus]] = MappingProxyType(
    {
        DisputeStatus.OPEN: frozenset(
            {DisputeStatus.ANSWERED, DisputeStatus.ESCALATED, DisputeStatus.WITHDRAWN, DisputeStatus.DECIDED}
        ),
        DisputeStatus.ANSWERED: frozenset(
            {DisputeStatus.SETTLED, DisputeStatus.ESCALATED, DisputeStatus.WITHDRAWN, DisputeStatus.DECIDED}
        ),
        DisputeStatus.ESCALATED: frozenset({DisputeStatus.DECIDED, DisputeStatus.WITHDRAWN}),
        DisputeStatus.SETTLED: frozenset(),
        DisputeStatus.WITHDRAWN: frozenset(),
        DisputeStatus.DECIDED: frozenset(),
    }
)

OPEN = (DisputeStatus.OPEN, DisputeStatus.ANSWERED, DisputeStatus.ESCALATED)


def require_dispute_move(number: str, before: str, after: DisputeStatus) -> None:
    """Raises ``IllegalMove`` when the table does not know the move."""
    if after not in DISPUTE_MOVES[DisputeStatus(before)]:
        raise IllegalMove(number, before, after)
