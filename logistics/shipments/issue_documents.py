"""The papers that travel with a shipment: commercial invoice and packing list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from i18n.money import Money
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document

if TYPE_CHECKING:
    from logistics.shipments.shipment import Shipment

OWNER_KIND = "logistics.Shipment"


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
    """Issue both papers in the buyer's language (with English beside it). Twice changes nothing."""
    return [
        issue_document(content=_content(shipment, terms, kind), owner_kind=OWNER_KIND, owner_reference=str(shipment.pk))
        for kind in (DocumentKind.COMMERCIAL_INVOICE, DocumentKind.PACKING_LIST)
    ]


def _content(shipment: Shipment, terms: DocumentTerms, kind: DocumentKind) -> DocumentContent:
    prefix = "CI" if kind == DocumentKind.COMMERCIAL_INVOICE else "PL"
    return DocumentContent(
        kind=kind,
        number=terms.invoice_number or f"{prefix}-{terms.order_reference}-{shipment.pk.hex[:6].upper()}",
        issued_on=(shipment.booked_at or shipment.created_at).date(),
        language=shipment.language,
        consignments=(shipment.consignment,),
        order_reference=terms.order_reference,
        buyer_reference=terms.buyer_reference,
        carrier=shipment.carrier_name,
        tracking_number=shipment.tracking_number,
        payment_reference=terms.payment_reference,
        tax_included=terms.tax_included,
    )


def documents_of(shipment_ids: list[str]) -> dict[str, list[Document]]:
    """The documents of many shipments in one query, by shipment id."""
    found: dict[str, list[Document]] = {shipment_id: [] for shipment_id in shipment_ids}
    for document in Document.objects.filter(owner_kind=OWNER_KIND, owner_reference__in=shipment_ids):
        found[document.owner_reference].append(document)
    return found
