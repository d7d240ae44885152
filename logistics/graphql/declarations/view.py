"""A declaration as the API shows it: the stored version, its shipment and the papers that exist."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from i18n.money import Money
from logistics.consignment import Party
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.facts import Facts, OriginStatement, Purpose
from logistics.customs.declaration.issue_papers import FOR_THE_BUYER, OWNER_KIND
from logistics.customs.declaration.stored import CustomsDeclaration
from logistics.customs.documents.document import Document, DocumentKind
from logistics.shipments.shipment import Shipment
from marketplace.graphql import to_global_id


@dataclass(frozen=True, slots=True)
class PaperView:
    kind: DocumentKind
    missing: list[str]
    document: Document | None

    @property
    def for_buyer(self) -> bool:
        return self.kind in FOR_THE_BUYER


class DeclarationView:
    """Reads the papers of the shipment once, and only when they are asked for."""

    def __init__(self, stored: CustomsDeclaration, shipment: Shipment) -> None:
        self.stored = stored
        self.shipment = shipment
        self.declared: Declaration = stored.declaration
        self.facts: Facts = self.declared.facts

    @property
    def global_id(self) -> str:
        return to_global_id("CustomsDeclaration", self.stored.pk)

    @property
    def seller_id(self) -> str:
        return to_global_id("Seller", self.shipment.seller_id)

    @property
    def version(self) -> int:
        return self.stored.version

    @property
    def created_at(self) -> datetime:
        return self.stored.created_at

    @property
    def created_by(self) -> str | None:
        return self.stored.created_by.full_name or self.stored.created_by.email if self.stored.created_by else None

    @property
    def language(self) -> str:
        return self.shipment.language

    @property
    def purpose(self) -> Purpose:
        return self.facts.purpose

    @property
    def importer(self) -> Party | None:
        return self.facts.importer

    @property
    def buyer(self) -> Party:
        return self.declared.buyer

    @property
    def incoterm(self) -> str:
        return self.declared.consignment.incoterm

    @property
    def named_place(self) -> str:
        return self.declared.consignment.named_place

    @property
    def marks(self) -> str:
        return self.facts.marks

    @property
    def invoice_number(self) -> str:
        return self.facts.invoice_number

    @property
    def emergency_phone(self) -> str:
        return self.facts.emergency_phone

    @property
    def origin_statement(self) -> OriginStatement | None:
        return self.facts.origin

    @property
    def goods(self) -> Money:
        return self.declared.goods

    @property
    def freight(self) -> Money | None:
        return self.declared.freight

    @property
    def insurance(self) -> Money | None:
        return self.declared.insurance

    @property
    def total(self) -> Money:
        return self.declared.total

    @property
    def net_weight(self) -> int:
        return self.declared.net_weight_g

    @property
    def gross_weight(self) -> int:
        return self.declared.gross_weight_g

    @property
    def package_count(self) -> int:
        return self.declared.package_count

    @cached_property
    def documents(self) -> list[Document]:
        rows = Document.objects.filter(owner_kind=OWNER_KIND, owner_reference=str(self.shipment.pk))
        return list(rows.order_by("-version", "kind", "language"))

    def in_force(self, kind: DocumentKind) -> Document | None:
        """Of this version, in the buyer's language where there is one."""
        made = [row for row in self.documents if row.kind == kind and row.version == self.version]
        return min(made, key=lambda row: row.language != self.language, default=None)
