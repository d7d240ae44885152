"""``find_receivers``: write down who got what of a recall; again, to add who was found since."""

from __future__ import annotations

from django.db import transaction

from catalog.traceability.lot import Lot
from catalog.traceability.recall.chain_parties import UNKNOWN
from catalog.traceability.recall.locks import lock_open_recall
from catalog.traceability.recall.recall import Recall, RecallReceiver
from catalog.traceability.recall.receivers import Receipt
from catalog.traceability.recall.scope import Scope, scope_of

_AT_ONCE = 1000


def find_receivers(recall: Recall) -> Scope:
    """Nobody is forgotten or written down twice: known receivers keep their progress, new ones are added.

    Raises ``RecallIsClosed``.
    """
    lots = list(Lot.objects.select_related("variant").filter(recalls__recall=recall).order_by("pk"))
    scope = scope_of(lots, seller_id=recall.seller_id)
    with transaction.atomic():
        lock_open_recall(recall.pk)
        rows = [_receiver(recall, receipt) for receipt in scope.receipts]
        RecallReceiver.objects.bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)
        unknown = {receipt.reference for receipt in scope.receipts if receipt.source == UNKNOWN}
        Recall.objects.filter(pk=recall.pk).update(unreachable=len(unknown))
    return scope


def _receiver(recall: Recall, receipt: Receipt) -> RecallReceiver:
    return RecallReceiver(
        recall=recall,
        source=receipt.source,
        reference=receipt.reference,
        lot_id=receipt.lot_id,
        thing=receipt.thing,
        quantity=receipt.quantity,
        uom=receipt.uom,
        place=receipt.place,
        received_at=receipt.at,
        is_shown=receipt.is_shown,
    )
