"""The seller answers, and both say what they have to say."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.money import Money
from marketplace.events.publish import publish
from orders.disputes.dispute import Dispute, DisputeMessage
from orders.disputes.move_dispute import Said, lock_dispute, move_dispute, say
from orders.disputes.open_dispute import require_within
from orders.disputes.states import DisputeStatus
from orders.events import DisputeSaid
from orders.lifecycle.by import By
from orders.lifecycle.states import IllegalMove
from orders.returns.periods import PeriodKind, deadline


def answer_dispute(*, dispute_id: UUID, said: Said, offered: Money | None, by: By, now: datetime) -> Dispute:
    """What the seller says to it, with the refund offered or none. Raises ``ClaimTooHigh`` and ``IllegalMove``."""
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        if offered is not None:
            require_within(dispute.seller_order, offered)
        dispute.offered_amount = offered.amount if offered else None  # type: ignore[assignment]  # it takes null
        due_at = deadline(PeriodKind.ANSWER, now=now)
        move_dispute(dispute, DisputeStatus.ANSWERED, by=by, now=now, due_at=due_at, said=said)
    return dispute


def write_to_dispute(*, dispute_id: UUID, said: Said, by: By, now: datetime) -> DisputeMessage:
    """A further message of either side or of the marketplace, while it is open. Raises ``IllegalMove``."""
    with transaction.atomic():
        dispute = lock_dispute(dispute_id)
        if not dispute.is_open:
            raise IllegalMove(dispute.number, dispute.status, dispute.status)
        message = say(dispute, said, by=by, now=now)
        publish(DisputeSaid(message_id=message.pk))
    return message
