"""``signed_url`` and ``open_document``: a document is opened by a token that ends, never by its number."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils import timezone

from logistics.customs.documents.content import content_from_json
from logistics.customs.documents.document import Document
from logistics.customs.documents.events import DocumentIssued
from logistics.customs.documents.render import render
from logistics.customs.documents.storage import read_pdf, write_pdf

LIFETIME = timedelta(hours=1)
_SALT = "logistics.document"


class DocumentNotOpened(LookupError):
    """The token is not ours, is over, or its document is gone. Which of them is nobody's business."""


def signed_token(document: Document, *, lifetime: timedelta = LIFETIME, now: datetime | None = None) -> str:
    """Opens this document and no other until ``lifetime`` is over."""
    until = int(((now or timezone.now()) + lifetime).timestamp())
    return signing.dumps([document.pk.hex, until], salt=_SALT)


def signed_url(document: Document, *, lifetime: timedelta = LIFETIME, now: datetime | None = None) -> str:
    return f"{settings.PUBLIC_URL}/documents/{signed_token(document, lifetime=lifetime, now=now)}"


def open_document(token: str) -> tuple[str, bytes]:
    """File name and PDF; raises ``DocumentNotOpened``. A PDF that is not there yet is made now."""
    document = Document.objects.filter(pk=_document_id(token)).first()
    if document is None:
        raise DocumentNotOpened("there is no such document")
    return document.file_name, pdf_of(document)


def _document_id(token: str) -> UUID:
    try:
        name, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise DocumentNotOpened("not a token of ours") from error
    if until < timezone.now().timestamp():
        raise DocumentNotOpened("the token is over")
    return UUID(name)


def pdf_of(document: Document) -> bytes:
    """The stored file if it is whole; otherwise made again from the frozen content."""
    stored = read_pdf(document.pk) if document.sha256 else None
    if stored is not None and hashlib.sha256(stored).hexdigest() == document.sha256:
        return stored
    pdf = render(content_from_json(document.content))
    sha256 = write_pdf(document.pk, pdf)
    Document.objects.filter(pk=document.pk).update(sha256=sha256, rendered_at=timezone.now())
    return pdf


def make_issued_document(event: DocumentIssued) -> None:
    """Reaction: make the PDF in the background, so that the first reader does not wait. Twice changes nothing."""
    document = Document.objects.filter(pk=event.document_id).first()
    if document is not None:
        pdf_of(document)
