"""``issue_document``: fix what a document says. The PDF is made in the background or at first opening."""

from __future__ import annotations

from django.db import transaction

from logistics.customs.documents.content import DocumentContent, content_to_json
from logistics.customs.documents.document import Document
from logistics.customs.documents.events import DocumentIssued
from marketplace.events.publish import publish


def issue_document(*, content: DocumentContent, owner_kind: str, owner_reference: str) -> Document:
    """The document of this kind and language that the owner has, made now if there is none.

    Issuing twice gives the first one unchanged: what a buyer or a customs office has seen is never rewritten.
    """
    with transaction.atomic():
        document, created = Document.objects.get_or_create(
            owner_kind=owner_kind,
            owner_reference=owner_reference,
            kind=content.kind,
            language=content.language,
            defaults={"number": content.number, "content": content_to_json(content)},
        )
        if created:
            publish(DocumentIssued(document_id=str(document.pk)))
    return document
