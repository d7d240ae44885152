"""``customsDeclarationUpdate``."""

from typing import Any

from catalog.graphql.access import caller
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.declare_shipment import declare_shipment, latest_declaration
from logistics.customs.declaration.facts import Facts
from logistics.customs.declaration.suggest_facts import suggest_facts
from logistics.graphql.access import shipment_for_member
from logistics.graphql.declarations.inputs import CustomsDeclarationInput, changed_facts
from logistics.graphql.declarations.types import CustomsDeclaration
from logistics.graphql.declarations.view import DeclarationView
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, Mutation


class CustomsDeclarationUpdate(Mutation):
    """Say more about a shipment of the caller's seller, as a new version; papers made before keep what they say."""

    class Arguments:
        shipment = ID(required=True)
        input = CustomsDeclarationInput(required=True)
        suggest = Boolean(description="Fill in what is empty and known: the way, plants, UN numbers.")

    class Meta:
        access = SIGNED_IN

    declaration = Field(CustomsDeclaration)

    @classmethod
    def perform(cls, info: Any, *, shipment: str, input: Any, suggest: bool | None = None) -> dict[str, Any]:
        row = shipment_for_member(info, shipment)
        stored = latest_declaration(row)
        before = stored.declaration.facts if stored else Facts(order_reference=row.reference)
        facts = changed_facts(before, input, len(Declaration(row.consignment).lines))
        if suggest:
            facts = suggest_facts(row, facts)
        declared = declare_shipment(shipment=row, facts=facts, by=caller(info))
        return {"declaration": DeclarationView(declared, row)}
