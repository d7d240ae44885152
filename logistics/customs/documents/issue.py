"""``issue_document``: fix what a document says. The PDF is made in the background or at first opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from logistics.customs.documents.content import DocumentContent, content_to_json
from logistics.customs.documents.document import Document
from logistics.customs.documents.events import DocumentIssued
from marketplace.events.publish import publish
from marketplace.insert_rows import insert_rows

if TYPE_CHECKING:
    from marketplace.accounts.models import User


def issue_document(
    *, content: DocumentContent, owner_kind: str, owner_reference: str, by: User | None = None
) -> Document:
    """The document of this kind, language and version that the owner has, made now if there is none.

    Issuing twice gives the first one unchanged: what a buyer or a customs office has seen is never rewritten.
    """
    with transaction.atomic():
        document, created = Document.objects.get_or_create(
            owner_kind=owner_kind,
            owner_reference=owner_reference,
            kind=content.kind,
            language=content.language,
            version=content.version,
            defaults={"number": content.number, "content": content_to_json(content), "issued_by": by},
        )
        if created:
            publish(DocumentIssued(document_id=str(document.pk)))
    return document


def issue_first_document(*, content: DocumentContent, owner_kind: str, owner_reference: str) -> Document:
    """The same for an owner that this transaction has made, which therefore has no document yet."""
    document = Document(
        owner_kind=owner_kind,
        owner_reference=owner_reference,
        kind=content.kind,
        language=content.language,
        version=content.version,
        number=content.number,
        content=content_to_json(content),
    )
    insert_rows([document])
    publish(DocumentIssued(document_id=str(document.pk)))
    return document
