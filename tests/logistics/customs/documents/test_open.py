"""Documents are issued once, made lazily, and opened only by a token that ends."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core import signing
from django.utils import timezone

from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.events import DocumentIssued
from logistics.customs.documents.issue import issue_document
from logistics.customs.documents.open import (
    DocumentNotOpened,
    make_issued_document,
    open_document,
    signed_token,
    signed_url,
)
from logistics.models import Document
from marketplace.events.models import OutboxMessage
from tests.factories.logistics import make_content

pytestmark = pytest.mark.django_db


def issue(**overrides: object) -> Document:
    content = make_content(DocumentKind.PROFORMA, **overrides)  # type: ignore[arg-type]  # a table of fields
    return issue_document(content=content, owner_kind="orders.Order", owner_reference="BD-1")


def file_of(document: Document) -> Path:
    return Path(settings.DATA_DIR) / "documents" / document.pk.hex[:2] / f"{document.pk.hex}.pdf"


def test_issuing_twice_keeps_the_first() -> None:
    first = issue()
    again = issue(number="OTHER")
    assert again.pk == first.pk
    assert again.number == "CI-BD-2026-000123-1"
    assert OutboxMessage.objects.filter(name="DocumentIssued").count() == 1


def test_the_pdf_is_made_at_first_opening_and_kept() -> None:
    document = issue()
    assert not file_of(document).exists()
    name, pdf, media_type = open_document(signed_token(document))
    assert media_type == "application/pdf"
    assert name == "proforma-CI-BD-2026-000123-1-nl.pdf"
    assert pdf.startswith(b"%PDF-")
    assert file_of(document).read_bytes() == pdf
    assert file_of(document).stat().st_mode & 0o777 == 0o600
    document.refresh_from_db()
    assert len(document.sha256) == 64
    assert document.rendered_at is not None
    assert open_document(signed_token(document))[1] == pdf


def test_the_background_makes_it_before_anyone_asks() -> None:
    document = issue()
    make_issued_document(DocumentIssued(document_id=str(document.pk)))
    made = file_of(document).stat().st_mtime_ns
    make_issued_document(DocumentIssued(document_id=str(document.pk)))
    assert file_of(document).stat().st_mtime_ns == made


def test_a_lost_or_damaged_file_is_made_again() -> None:
    document = issue()
    pdf = open_document(signed_token(document))[1]
    file_of(document).write_bytes(pdf[:100])
    assert open_document(signed_token(document))[1] == pdf
    file_of(document).unlink()
    assert open_document(signed_token(document))[1] == pdf


def test_tokens_end() -> None:
    document = issue()
    old = signed_token(document, lifetime=timedelta(hours=1), now=timezone.now() - timedelta(hours=2))
    with pytest.raises(DocumentNotOpened):
        open_document(old)


def test_tokens_cannot_be_made_up() -> None:
    document = issue()
    good = signed_token(document)
    until = int(timezone.now().timestamp()) + 9999
    forged = [
        "",
        "x",
        str(document.pk),
        good[:-1] + ("A" if good[-1] != "A" else "B"),
        signing.dumps([document.pk.hex, until], salt="other"),
        signing.dumps(["zz", until], salt="logistics.document") + "x",
    ]
    for token in forged:
        with pytest.raises(DocumentNotOpened):
            open_document(token)


def test_a_token_of_a_document_that_is_gone() -> None:
    document = issue()
    token = signed_token(document)
    document.delete()
    with pytest.raises(DocumentNotOpened):
        open_document(token)


def test_the_address_is_below_the_public_one() -> None:
    url = signed_url(issue())
    assert url.startswith(f"{settings.PUBLIC_URL}/documents/")
