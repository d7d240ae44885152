"""Say something in a dispute and move it along its table; the order's history and whoever reacts hear of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from marketplace.events.publish import publish
from orders.attachments.store import CleanFile, store_files
from orders.disputes.dispute import Dispute, DisputeMessage
from orders.disputes.states import OPEN, DisputeStatus, require_dispute_move
from orders.events import DisputeMoved
from orders.evidence.evidence_file import EvidenceFile
from orders.lifecycle.by import By
from orders.lifecycle.order_event import OrderEventType, record
from orders.locks import lock_order

_EVENT: Mapping[DisputeStatus, OrderEventType] = MappingProxyType(
    {
        DisputeStatus.OPEN: OrderEventType.DISPUTE_OPENED,
        DisputeStatus.ANSWERED: OrderEventType.DISPUTE_ANSWERED,
        DisputeStatus.ESCALATED: OrderEventType.DISPUTE_ESCALATED,
        DisputeStatus.SETTLED: OrderEventType.DISPUTE_SETTLED,
        DisputeStatus.WITHDRAWN: OrderEventType.DISPUTE_WITHDRAWN,
        DisputeStatus.DECIDED: OrderEventType.DISPUTE_DECIDED,
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its evidence."""

    text: str
    files: Sequence[CleanFile] = ()


def lock_dispute(dispute_id: UUID) -> Dispute:
    """The dispute as it is now, under its order's lock, with its part and its order."""
    order = lock_order(Dispute.objects.values_list("seller_order__order_id", flat=True).get(pk=dispute_id))
    dispute = Dispute.objects.select_related("seller_order__seller").get(pk=dispute_id)
    dispute.seller_order.order = order
    return dispute


def say(dispute: Dispute, said: Said, *, by: By, now: datetime) -> DisputeMessage:
    """Add a message; the caller holds the lock."""
    message = DisputeMessage.objects.create(dispute=dispute, role=by.role, user=by.user, text=said.text, at=now)
    store_files(EvidenceFile, said.files, message=message)
    return message


def move_dispute(
    dispute: Dispute,
    to: DisputeStatus,
    *,
    by: By,
    now: datetime,
    due_at: datetime | None = None,
    said: Said | None = None,
) -> None:
    """Change the state; raises ``IllegalMove`` and changes nothing. The caller holds the lock and set the rest.

    ``due_at`` is by when whoever speaks next has to.
    """
    require_dispute_move(dispute.number, dispute.status, to)
    dispute.status = to
    dispute.due_at = due_at
    if to not in OPEN:
        dispute.closed_at = now
    dispute.save()
    tell(dispute, say(dispute, said, by=by, now=now) if said else None, by=by, now=now)


def tell(dispute: Dispute, message: DisputeMessage | None, *, by: By, now: datetime) -> None:
    part = dispute.seller_order
    record(
        _EVENT[DisputeStatus(dispute.status)],
        order=part.order,
        seller_order=part,
        by=by,
        at=now,
        subject=dispute.number,
    )
    publish(DisputeMoved(dispute_id=str(dispute.pk), status=dispute.status, message_id=message.pk if message else 0))
