"""The lock of a recall: whoever changes it or its receivers holds it, so that none is written to twice."""

from uuid import UUID

from catalog.traceability.recall.recall import Recall


def lock_recall(key: UUID) -> Recall:
    return Recall.objects.select_for_update(of=("self",)).select_related("seller").get(pk=key)
