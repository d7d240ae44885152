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
from logistics.customs.documents.formats import MEDIA_TYPES, DocumentFormat, made_in
from logistics.customs.documents.render import render
from logistics.customs.documents.storage import read_pdf, write_pdf
from marketplace.events.reactions import outside_transaction

LIFETIME = timedelta(hours=1)
_SALT = "logistics.document"


class DocumentNotOpened(LookupError):
    """The token is not ours, is over, or its document is gone. Which of them is nobody's business."""


def signed_token(
    document: Document,
    *,
    lifetime: timedelta = LIFETIME,
    now: datetime | None = None,
    form: DocumentFormat = DocumentFormat.PDF,
) -> str:
    """Opens this document in this form and no other until ``lifetime`` is over."""
    until = int(((now or timezone.now()) + lifetime).timestamp())
    return signing.dumps([document.pk.hex, until, form.value], salt=_SALT)


def signed_url(
    document: Document,
    *,
    lifetime: timedelta = LIFETIME,
    now: datetime | None = None,
    form: DocumentFormat = DocumentFormat.PDF,
) -> str:
    return f"{settings.PUBLIC_URL}/documents/{signed_token(document, lifetime=lifetime, now=now, form=form)}"


def open_document(token: str) -> tuple[str, bytes, str]:
    """File name, content and media type; raises ``DocumentNotOpened``. A PDF that is not there yet is made now."""
    document_id, form = _signed(token)
    document = Document.objects.filter(pk=document_id).first()
    if document is None:
        raise DocumentNotOpened("there is no such document")
    content = pdf_of(document) if form is DocumentFormat.PDF else made_in(content_from_json(document.content), form)
    return f"{document.file_stem}.{form.value.lower()}", content, MEDIA_TYPES[form]


def _signed(token: str) -> tuple[UUID, DocumentFormat]:
    try:
        name, until, *forms = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise DocumentNotOpened("not a token of ours") from error
    if until < timezone.now().timestamp():
        raise DocumentNotOpened("the token is over")
    return UUID(name), DocumentFormat(forms[0]) if forms else DocumentFormat.PDF  # links of old name none


def pdf_of(document: Document) -> bytes:
    """The stored file if it is whole; otherwise made again from the frozen content."""
    stored = read_pdf(document.pk) if document.sha256 else None
    if stored is not None and hashlib.sha256(stored).hexdigest() == document.sha256:
        return stored
    pdf = render(content_from_json(document.content))
    sha256 = write_pdf(document.pk, pdf)
    Document.objects.filter(pk=document.pk).update(sha256=sha256, rendered_at=timezone.now())
    return pdf


@outside_transaction
def make_issued_document(event: DocumentIssued) -> None:
    """Reaction: make the PDF in the background, so that the first reader does not wait. Twice changes nothing."""
    document = Document.objects.filter(pk=event.document_id).first()
    if document is not None:
        pdf_of(document)
