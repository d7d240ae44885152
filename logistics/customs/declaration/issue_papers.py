"""``issue_papers``: make papers of a shipment from the declaration in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from i18n.today import day_here
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.declare_shipment import latest_declaration
from logistics.customs.declaration.gaps import PaperIncomplete, gaps_for
from logistics.customs.declaration.stored import CustomsDeclaration
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document

if TYPE_CHECKING:
    from logistics.shipments.shipment import Shipment
    from marketplace.accounts.models import User

OWNER_KIND = "logistics.Shipment"
PREFIXES = {
    DocumentKind.COMMERCIAL_INVOICE: "CI",
    DocumentKind.PACKING_LIST: "PL",
    DocumentKind.PROFORMA: "PF",
    DocumentKind.CN22: "CN22",
    DocumentKind.CN23: "CN23",
    DocumentKind.ORIGIN_DATA: "CO",
    DocumentKind.ORIGIN_STATEMENT: "SO",
    DocumentKind.LACEY: "PPQ505",
    DocumentKind.DANGEROUS_GOODS: "DGN",
    DocumentKind.SHIPPER_LETTER: "SLI",
}
"""The papers that are made from a declaration, and what their numbers begin with."""

FOR_THE_BUYER = frozenset(
    {
        DocumentKind.COMMERCIAL_INVOICE,
        DocumentKind.PACKING_LIST,
        DocumentKind.PROFORMA,
        DocumentKind.CN22,
        DocumentKind.CN23,
        DocumentKind.ORIGIN_STATEMENT,
        DocumentKind.LACEY,
        DocumentKind.DANGEROUS_GOODS,
    }
)
"""The others are between the seller, the ministry and the carrier."""


class NothingDeclared(LookupError):
    """The shipment has no declaration yet."""


def issue_papers(
    *, shipment: Shipment, kinds: Sequence[DocumentKind], language: str = "", by: User | None = None
) -> list[Document]:
    """All of them or none, in the buyer's language unless another is wanted. Twice changes nothing.

    Raises ``PaperIncomplete`` with what is missing, and ``NothingDeclared``.
    """
    stored = latest_declaration(shipment)
    if stored is None:
        raise NothingDeclared(str(shipment.pk))
    declared, today = stored.declaration, day_here(timezone.now())
    for kind in kinds:
        if gaps := gaps_for(kind, declared, on=today):
            raise PaperIncomplete(kind, gaps)
    with transaction.atomic():
        return [
            issue_document(
                content=content_of(shipment, stored, declared, kind, language or shipment.language),
                owner_kind=OWNER_KIND,
                owner_reference=str(shipment.pk),
                by=by,
            )
            for kind in dict.fromkeys(kinds)
        ]


def content_of(
    shipment: Shipment, stored: CustomsDeclaration, declared: Declaration, kind: DocumentKind, language: str
) -> DocumentContent:
    """The first version is dated when the goods were handed over, later ones when they were declared.

    An invoice keeps its number in every version, for other papers refer to it; the page says which version it is.
    """
    facts = declared.facts
    moment = (shipment.booked_at or shipment.created_at) if stored.version == 1 else stored.created_at
    own = facts.invoice_number if kind == DocumentKind.COMMERCIAL_INVOICE else ""
    return DocumentContent(
        kind=kind,
        number=own or number_of(shipment, kind, facts.order_reference, stored.version),
        issued_on=day_here(moment),
        language=language,
        consignments=(declared.consignment,),
        order_reference=facts.order_reference,
        buyer_reference=facts.buyer_reference,
        carrier=shipment.carrier_name,
        tracking_number=shipment.tracking_number,
        payment_reference=facts.payment_reference,
        facts=facts,
        version=stored.version,
    )


def number_of(shipment: Shipment, kind: DocumentKind, reference: str, version: int) -> str:
    """``CN23-BD-2026-000123-1-4F2A1C``, from the second version on with ``-v2`` behind it."""
    number = f"{PREFIXES[kind]}-{reference or shipment.reference}-{shipment.pk.hex[:6].upper()}"
    return number if version == 1 else f"{number}-v{version}"
