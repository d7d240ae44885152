"""``originStatementUpdate``."""

from dataclasses import replace
from typing import Any

from catalog.graphql.access import caller
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.declare_shipment import declare_shipment, latest_declaration
from logistics.customs.declaration.facts import Facts, OriginStatement
from logistics.customs.declaration.state_origin import NoStatement, OriginNotShown, TooValuable, state_origin
from logistics.graphql.access import shipment_for_member
from logistics.graphql.declarations.texts import short
from logistics.graphql.declarations.types import CustomsDeclaration
from logistics.graphql.declarations.view import DeclarationView
from logistics.shipments.shipment import Shipment
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, InputObjectType, Mutation, String


class OriginStatementInput(InputObjectType):
    """What the exporter declares, and who signs it."""

    agreement = String(required=True, description="A code of `originAgreements`.")
    place = String(required=True)
    signatory = String(required=True)
    reason = String(description="The exporter's own, where no assessment says that the rule is met.")


class OriginStatementUpdate(Mutation):
    """State the origin of a shipment in the words of an agreement, or take the statement back (null)."""

    class Arguments:
        shipment = ID(required=True)
        input = OriginStatementInput(description="Null takes it back.")

    class Meta:
        access = SIGNED_IN
        error_codes = ("ORIGIN_NOT_SHOWN", "TOO_VALUABLE")
        known_errors = {
            NoStatement: lambda error: InputError(
                _("Under %(agreement)s there is no statement by exporters of Vietnam to %(country)s."),
                field="input.agreement",
                params={"agreement": error.agreement, "country": error.country},
            ),
            TooValuable: lambda error: InputError(
                _("Above %(limit)s the ministry certifies the origin: apply for form %(form)s."),
                field="input.agreement",
                code="TOO_VALUABLE",
                params={"limit": str(error.limit), "form": error.agreement.certificate.form},
            ),
            OriginNotShown: lambda error: InputError(
                _("Nothing shows the origin of: %(goods)s. Fill in the materials, or give your own reason."),
                field="input.reason",
                code="ORIGIN_NOT_SHOWN",
                params={"goods": ", ".join(error.goods)[:300]},
            ),
        }

    declaration = Field(CustomsDeclaration)

    @classmethod
    def perform(cls, info: Any, *, shipment: str, input: Any = None) -> dict[str, Any]:
        row = shipment_for_member(info, shipment)
        stored = latest_declaration(row)
        facts = stored.declaration.facts if stored else Facts(order_reference=row.reference)
        statement = _statement(info, row, facts, input) if input else None
        declared = declare_shipment(shipment=row, facts=replace(facts, origin=statement), by=caller(info))
        return {"declaration": DeclarationView(declared, row)}


def _statement(info: Any, row: Shipment, facts: Facts, given: Any) -> OriginStatement:
    texts = {name: short(given[name], name) for name in ("place", "signatory")}
    for name, text in texts.items():
        if not text:
            raise InputError(_("A statement says where it was made and who signs it."), field=f"input.{name}")
    return state_origin(
        Declaration(row.consignment, facts),
        seller_id=row.seller_id,
        agreement=given["agreement"],
        on=day_here(info.context.now),
        reason=short(given.get("reason"), "reason", longest=500),
        **texts,
    )
