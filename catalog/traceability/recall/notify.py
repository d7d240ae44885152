"""``notify_receivers``: write to everybody who got goods of a recall, each in their own language."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from catalog.traceability.recall.letter import send_notice
from catalog.traceability.recall.locks import lock_open_recall
from catalog.traceability.recall.recall import Recall, RecallReceiver, ReceiverState
from catalog.traceability.recall.receivers import contacts_of

_AT_ONCE = 500


def notify_receivers(*, recall: Recall) -> int:
    """One letter for each who was not written to yet, however many things they got; how many were sent.

    Who cannot be written to stays FOUND, for the seller to call. Raises ``RecallIsClosed``.
    """
    with transaction.atomic():
        locked = lock_open_recall(recall.pk)
        waiting = list(locked.receivers.filter(state=ReceiverState.FOUND).select_related("lot").order_by("pk"))
        by_person: dict[tuple[str, str], list[RecallReceiver]] = {}
        for row in waiting:
            by_person.setdefault((row.source, row.reference), []).append(row)
        contacts = contacts_of(by_person)
        texts = {text.language: text for text in locked.texts.all()}
        lots = list(locked.lots.select_related("lot__variant__product").order_by("pk"))
        reached = [rows for person, rows in by_person.items() if person in contacts and contacts[person].email]
        for rows in reached:
            send_notice(locked, texts, lots, contacts[rows[0].source, rows[0].reference])
        _note([row for rows in reached for row in rows])
    return len(reached)


def _note(rows: list[RecallReceiver]) -> None:
    now = timezone.now()
    for row in rows:
        row.state, row.notified_at = ReceiverState.NOTIFIED, now
    RecallReceiver.objects.bulk_update(rows, ["state", "notified_at"], batch_size=_AT_ONCE)
