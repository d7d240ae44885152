"""The papers that travel with a shipment: commercial invoice and packing list, from its first declaration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from i18n.money import Money
from logistics.customs.declaration.declare_shipment import declare_shipment
from logistics.customs.declaration.facts import Facts
from logistics.customs.declaration.issue_papers import OWNER_KIND, content_of, number_of
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document

if TYPE_CHECKING:
    from logistics.shipments.shipment import Shipment

__all__ = ["OWNER_KIND", "DocumentTerms", "documents_of", "issue_shipment_documents"]


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """What the papers say of the sale and the shipment itself does not know."""

    order_reference: str
    invoice_number: str = ""
    """The seller's own; made from the order's when empty."""
    buyer_reference: str = ""
    payment_reference: str = ""
    tax_included: Money | None = None


def issue_shipment_documents(*, shipment: Shipment, terms: DocumentTerms) -> list[Document]:
    """Declare the shipment and issue both papers in the buyer's language. Twice changes nothing."""
    invoice = terms.invoice_number or number_of(shipment, DocumentKind.COMMERCIAL_INVOICE, terms.order_reference, 1)
    facts = Facts(
        order_reference=terms.order_reference,
        invoice_number=invoice,
        buyer_reference=terms.buyer_reference,
        payment_reference=terms.payment_reference,
    )
    stored = declare_shipment(shipment=shipment, facts=facts)
    declared = stored.declaration
    return [
        issue_document(
            content=replace(
                content_of(shipment, stored, declared, kind, shipment.language), tax_included=terms.tax_included
            ),
            owner_kind=OWNER_KIND,
            owner_reference=str(shipment.pk),
        )
        for kind in (DocumentKind.COMMERCIAL_INVOICE, DocumentKind.PACKING_LIST)
    ]


def documents_of(shipment_ids: list[str]) -> dict[str, list[Document]]:
    """The papers in force of many shipments in one query, by shipment id: the latest of each kind and language."""
    found: dict[str, dict[tuple[str, str], Document]] = {shipment_id: {} for shipment_id in shipment_ids}
    rows = Document.objects.filter(owner_kind=OWNER_KIND, owner_reference__in=shipment_ids)
    for document in rows.order_by("version", "created_at"):
        found[document.owner_reference][document.kind, document.language] = document
    return {shipment_id: sorted(papers.values(), key=_order) for shipment_id, papers in found.items()}


def _order(document: Document) -> tuple[str, str]:
    return document.kind, document.language
