"""``delete_documents``: documents that need not be kept any more, file and all."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from logistics.customs.documents.document import Document
from logistics.customs.documents.storage import delete_pdfs


def delete_documents(*, owner_kind: str, owner_references: Iterable[str]) -> int:
    """Delete the owners' documents; the files go once the rows are gone for good. Twice changes nothing."""
    found = Document.objects.filter(owner_kind=owner_kind, owner_reference__in=list(owner_references))
    with transaction.atomic():
        ids = list(found.values_list("pk", flat=True))
        Document.objects.filter(pk__in=ids).delete()
        transaction.on_commit(lambda: delete_pdfs(ids))
    return len(ids)
