"""What is left of a buyer in shipments and papers once the person is erased."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from pypdf import PdfReader

from logistics.customs.documents.open import open_document, pdf_of, signed_token
from logistics.models import Document, Shipment
from logistics.shipments.forget_buyer import forget_buyer, forget_contact
from tests.factories.logistics import make_buyer_party, make_consignment, make_shipment

pytestmark = pytest.mark.django_db


def shipment_of(reference: str = "BD-2026-000999-1") -> Shipment:
    buyer = make_buyer_party("nl", phone="+31 10 000 0000", email="sanne@example.org")
    return make_shipment(reference=reference, consignment=make_consignment(buyer=buyer))


def text_of(document: Document) -> str:
    document.refresh_from_db()
    pages = PdfReader(BytesIO(open_document(signed_token(document))[1])).pages
    return "".join(page.extract_text() for page in pages)


def test_telephone_and_mail_go_and_the_paper_is_made_again() -> None:
    shipment = shipment_of()
    invoice = Document.objects.get(kind="COMMERCIAL_INVOICE")
    assert "sanne@example.org" in text_of(invoice)
    assert forget_contact(references=["BD-2026-000999-1"]) == 1
    assert forget_contact(references=["BD-2026-000999-1", "unknown"]) == 1
    text = text_of(invoice)
    assert "sanne@example.org" not in text
    assert "+31" not in text
    assert "Sanne Voorbeeld" in text
    shipment.refresh_from_db()
    assert shipment.consignment.buyer.email == ""
    assert shipment.consignment.buyer.city == "Rotterdam"


def test_in_the_end_only_the_country_is_left(django_capture_on_commit_callbacks: Any) -> None:
    kept = make_shipment()
    shipment_of()
    papers = list(Document.objects.filter(number__contains="000999"))
    files = [Path(settings.DATA_DIR) / "documents" / paper.pk.hex[:2] / f"{paper.pk.hex}.pdf" for paper in papers]
    for paper in papers:
        pdf_of(paper)
    assert all(file.exists() for file in files)
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_buyer(references=["BD-2026-000999-1"]) == 1
    assert not any(file.exists() for file in files)
    assert Document.objects.count() == 2
    kept.refresh_from_db()
    assert kept.consignment.buyer.name == "Sanne Voorbeeld"
    assert forget_buyer(references=["BD-2026-000999-1"]) == 1
