"""``record_answer``: what a receiver says, and what came back; and how far a recall is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from catalog.traceability.recall.locks import lock_open_recall
from catalog.traceability.recall.recall import RecallReceiver, ReceiverState

_MOST_BACK = Decimal(10) ** 9
"""Where nobody knows how much was sent."""
_PLACES = Decimal("1E-9")


class MoreBackThanSent(ValueError):
    """More came back than this receiver got."""

    def __init__(self, got: Decimal, back: Decimal) -> None:
        super().__init__(f"{back} came back of {got}")
        self.got = got
        self.back = back


@dataclass(frozen=True, slots=True)
class Progress:
    """How many deliveries there are in each state, each state including those after it."""

    receivers: int = 0
    notified: int = 0
    answered: int = 0
    returned: int = 0


def record_answer(*, receiver: RecallReceiver, answer: str, quantity_back: Decimal | None) -> RecallReceiver:
    """Note it. All back, or none left to come back, is RETURNED. Raises ``RecallIsClosed``, ``MoreBackThanSent``."""
    with transaction.atomic():
        lock_open_recall(receiver.recall_id)
        row = RecallReceiver.objects.get(pk=receiver.pk)
        back = row.quantity_back if quantity_back is None else quantity_back
        most = _MOST_BACK if row.quantity is None else row.quantity
        if not 0 <= back <= most:
            raise MoreBackThanSent(most, back)
        back = back.quantize(_PLACES)
        row.answer, row.answered_at, row.quantity_back = answer.strip(), timezone.now(), back
        is_all = row.quantity is not None and back == row.quantity
        row.state = ReceiverState.RETURNED if is_all else ReceiverState.ANSWERED
        row.save(update_fields=["answer", "answered_at", "quantity_back", "state"])
    return row


def progress_of(recalls: Collection[UUID]) -> dict[UUID, Progress]:
    """One statement; by things received, since each of them has to come back."""
    rows = RecallReceiver.objects.filter(recall_id__in=recalls).order_by().values("recall_id")
    counted = rows.annotate(
        receivers=Count("pk"),
        notified=Count("pk", filter=Q(notified_at__isnull=False) | ~Q(state=ReceiverState.FOUND)),
        answered=Count("pk", filter=Q(answered_at__isnull=False)),
        returned=Count("pk", filter=Q(state=ReceiverState.RETURNED)),
    )
    found = {
        row["recall_id"]: Progress(row["receivers"], row["notified"], row["answered"], row["returned"])
        for row in counted
    }
    return {key: found.get(key, Progress()) for key in recalls}
