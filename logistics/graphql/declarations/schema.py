"""Queries and mutations about what is declared of a shipment."""

from typing import Any

from logistics.customs.declaration.stored import CustomsDeclaration as DeclarationRow
from logistics.graphql.access import find_shipment
from logistics.graphql.declarations.create_documents import CustomsDocumentCreate
from logistics.graphql.declarations.state_origin import OriginStatementUpdate
from logistics.graphql.declarations.types import CustomsDeclaration
from logistics.graphql.declarations.update import CustomsDeclarationUpdate
from logistics.graphql.declarations.view import DeclarationView
from marketplace.graphql import ID, SIGNED_IN, Field, Int, ObjectType


class DeclarationQueries(ObjectType):
    """What is declared to customs."""

    customs_declaration = Field(
        CustomsDeclaration,
        shipment=ID(required=True),
        version=Int(description="The one in force when left out."),
        access=SIGNED_IN,
        description="For the people of the shipment's seller and for staff; null for everybody else.",
    )

    @staticmethod
    def resolve_customs_declaration(
        root: Any, info: Any, shipment: str, version: int | None = None
    ) -> DeclarationView | None:
        row = find_shipment(info, shipment)
        if row is None:
            return None
        rows = DeclarationRow.objects.filter(shipment=row).select_related("created_by").order_by("-version")
        found = rows.filter(version=version).first() if version is not None else rows.first()
        return DeclarationView(found, row) if found else None


class DeclarationMutations(ObjectType):
    """Declaring shipments and making their papers."""

    customs_declaration_update = CustomsDeclarationUpdate.Field()
    origin_statement_update = OriginStatementUpdate.Field()
    customs_document_create = CustomsDocumentCreate.Field()
