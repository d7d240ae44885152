"""Traceability's part of the catalogue's API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.chain_schema import ChainMutations, ChainQueries
from catalog.graphql.digital_link_schema import DigitalLinkMutations, DigitalLinkQueries
from catalog.graphql.event_schema import EventMutations, EventQueries
from catalog.graphql.identifier_schema import IdentifierMutations, IdentifierQueries
from catalog.graphql.lot_material_schema import LotMaterialMutations, LotMaterialQueries
from catalog.graphql.mutations.lot_create import LotCreate
from catalog.graphql.mutations.lot_translate import LotTranslate
from catalog.graphql.mutations.lot_update import LotUpdate
from catalog.graphql.mutations.trace_codes_create import TraceCodesCreate
from catalog.graphql.mutations.trace_codes_void import TraceCodesVoid
from catalog.graphql.mutations.trace_step_add import TraceStepAdd
from catalog.graphql.mutations.trace_step_translate import TraceStepTranslate
from catalog.graphql.portal_schema import PortalMutations, PortalQueries
from catalog.graphql.proof_schema import ProofQueries
from catalog.graphql.shopper_schema import ShopperMutations, ShopperQueries
from catalog.graphql.trace_access import find_lot
from catalog.graphql.trace_entry_schema import TraceEntryMutations, TraceEntryQueries
from catalog.graphql.types import trace
from catalog.graphql.types.lot import Lot, LotCountableConnection
from catalog.traceability.lot import Lot as LotRow
from catalog.traceability.trace import Trace
from catalog.traceability.trace import trace as trace_code
from marketplace.graphql import ANYONE, ID, SIGNED_IN, ConnectionField, Field, ObjectType, String, integer_key
from marketplace.sellers.graphql.access import seller_for


class TraceabilityQueries(
    IdentifierQueries,
    TraceEntryQueries,
    ShopperQueries,
    DigitalLinkQueries,
    ProofQueries,
    EventQueries,
    LotMaterialQueries,
    ChainQueries,
    PortalQueries,
    ObjectType,
):
    """What a code says, and a seller's lots."""

    trace = Field(
        trace.Trace,
        code=String(required=True, description="As typed or scanned; case, spaces and hyphens do not matter."),
        access=ANYONE,
        description="Null for a code that was never made; a voided one says so.",
    )
    lots = ConnectionField(
        LotCountableConnection,
        seller=ID(required=True),
        variant=ID(description="Only lots of this variant."),
        search=String(description="Part of the number."),
        access=SIGNED_IN,
        description="The lots of a seller one works for, newest first.",
    )
    lot = Field(Lot, id=ID(required=True), access=SIGNED_IN, description="A lot of a seller one works for.")

    @staticmethod
    def resolve_trace(root: Any, info: Any, code: str) -> Trace | None:
        return trace_code(code)

    @staticmethod
    def resolve_lots(
        root: Any, info: Any, seller: str, variant: str | None = None, search: str | None = None
    ) -> QuerySet[LotRow]:
        found = LotRow.objects.filter(seller=seller_for(info, seller, field="seller"))
        if variant:
            found = found.filter(variant_id=integer_key(variant, "ProductVariant", field="variant"))
        if search:
            found = found.filter(number__icontains=search[:40])
        return found.order_by("-produced_on", "-created_at", "id")

    @staticmethod
    def resolve_lot(root: Any, info: Any, id: str) -> LotRow | None:
        return find_lot(info, id)


class TraceabilityMutations(
    IdentifierMutations,
    TraceEntryMutations,
    ShopperMutations,
    DigitalLinkMutations,
    EventMutations,
    LotMaterialMutations,
    ChainMutations,
    PortalMutations,
    ObjectType,
):
    """Keeping the history of lots."""

    lot_create = LotCreate.Field()
    lot_update = LotUpdate.Field()
    lot_translate = LotTranslate.Field()
    trace_step_add = TraceStepAdd.Field()
    trace_step_translate = TraceStepTranslate.Field()
    trace_codes_create = TraceCodesCreate.Field()
    trace_codes_void = TraceCodesVoid.Field()
