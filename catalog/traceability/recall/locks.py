"""The lock of a recall: whoever changes it or its receivers holds it, so that none is written to twice."""

from uuid import UUID

from catalog.traceability.recall.recall import Recall


class RecallIsClosed(ValueError):
    """It is over; nothing is changed in it any more."""


def lock_open_recall(key: UUID) -> Recall:
    """Raises ``RecallIsClosed``."""
    recall = Recall.objects.select_for_update(of=("self",)).select_related("seller").get(pk=key)
    if not recall.is_open:
        raise RecallIsClosed(str(key))
    return recall
