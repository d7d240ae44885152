"""How lots get their history: places, partners, materials, templates, copies and spreadsheets, in the API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.access import own_lot_import
from catalog.graphql.mutations.lot_copy import LotCopy, TraceStepProposalConfirm, TraceStepProposalDismiss
from catalog.graphql.mutations.lot_import import LotImportApply, LotImportPreview
from catalog.graphql.mutations.material_batch import MaterialBatchCreate
from catalog.graphql.mutations.trace_party import TracePartyArchive, TracePartyCreate, TracePartyUpdate
from catalog.graphql.mutations.trace_place import TracePlaceArchive, TracePlaceCreate, TracePlaceUpdate
from catalog.graphql.trace_access import find_lot, find_party, find_place
from catalog.graphql.types.lot_import import LotImport
from catalog.graphql.types.trace_entry import TraceLinkedStage, TraceTemplate
from catalog.graphql.types.trace_place import (
    MaterialBatchCountableConnection,
    TraceParty,
    TracePartyCountableConnection,
    TracePlace,
    TracePlaceCountableConnection,
    TracePlaceKind,
)
from catalog.traceability.entry.material_batch import MaterialBatch as MaterialRow
from catalog.traceability.identity.party import TraceParty as PartyRow
from catalog.traceability.identity.place import TracePlace as PlaceRow
from catalog.traceability.linked_stages import LinkedStage, linked_stages
from catalog.traceability.lot_import.lot_import import LotImport as LotImportRow
from catalog.traceability.templates.template import TradeTemplate, trades
from marketplace.graphql import ANYONE, ID, SIGNED_IN, ConnectionField, Field, List, NonNull, ObjectType, String
from marketplace.sellers.graphql.access import seller_for

_SEARCH = "Part of the name."


class TraceEntryQueries(ObjectType):
    """What a seller's people choose from when they write a step down."""

    trace_templates = Field(
        NonNull(List(NonNull(TraceTemplate))),
        access=ANYONE,
        size=6,
        description="The usual stages of each trade that has a template.",
    )
    trace_places = ConnectionField(
        TracePlaceCountableConnection,
        seller=ID(required=True),
        kind=TracePlaceKind(),
        search=String(description=_SEARCH),
        access=SIGNED_IN,
        description="Places in use of a seller one works for.",
    )
    trace_place = Field(TracePlace, id=ID(required=True), access=SIGNED_IN)
    trace_parties = ConnectionField(
        TracePartyCountableConnection,
        seller=ID(required=True),
        search=String(description=_SEARCH),
        access=SIGNED_IN,
        description="Partners in use of a seller one works for.",
    )
    trace_party = Field(TraceParty, id=ID(required=True), access=SIGNED_IN)
    material_batches = ConnectionField(
        MaterialBatchCountableConnection,
        seller=ID(required=True),
        search=String(description="Part of the name or number."),
        access=SIGNED_IN,
        description="Materials of a seller one works for, newest first.",
    )
    linked_stages = Field(
        List(NonNull(TraceLinkedStage)),
        lot=ID(required=True),
        access=SIGNED_IN,
        size=20,
        description="The stages that events link to a lot of a seller one works for; two are needed for a trace label.",
    )
    lot_import = Field(LotImport, id=ID(required=True), access=SIGNED_IN)

    @staticmethod
    def resolve_trace_templates(root: Any, info: Any) -> list[TradeTemplate]:
        return list(trades().values())

    @staticmethod
    def resolve_trace_places(
        root: Any, info: Any, seller: str, kind: Any = None, search: str | None = None
    ) -> QuerySet[PlaceRow]:
        found = PlaceRow.objects.filter(seller=seller_for(info, seller, field="seller"), archived_at=None)
        found = found.filter(kind=kind.value) if kind else found
        return (found.filter(name__icontains=search[:200]) if search else found).order_by("name", "id")

    @staticmethod
    def resolve_trace_place(root: Any, info: Any, id: str) -> PlaceRow | None:
        return find_place(info, id)

    @staticmethod
    def resolve_trace_parties(root: Any, info: Any, seller: str, search: str | None = None) -> QuerySet[PartyRow]:
        found = PartyRow.objects.filter(seller=seller_for(info, seller, field="seller"), archived_at=None)
        return (found.filter(name__icontains=search[:200]) if search else found).order_by("name", "id")

    @staticmethod
    def resolve_trace_party(root: Any, info: Any, id: str) -> PartyRow | None:
        return find_party(info, id)

    @staticmethod
    def resolve_material_batches(root: Any, info: Any, seller: str, search: str | None = None) -> QuerySet[MaterialRow]:
        owner = seller_for(info, seller, field="seller")
        found = MaterialRow.objects.filter(seller=owner).select_related("event")
        if search:
            found = found.filter(name__icontains=search[:200]) | found.filter(number__icontains=search[:40])
        return found.order_by("-created_at", "id")

    @staticmethod
    def resolve_linked_stages(root: Any, info: Any, lot: str) -> list[LinkedStage] | None:
        found = find_lot(info, lot)
        return linked_stages(found) if found is not None else None

    @staticmethod
    def resolve_lot_import(root: Any, info: Any, id: str) -> LotImportRow:
        return own_lot_import(info, id)


class TraceEntryMutations(ObjectType):
    """Writing down what happened."""

    trace_place_create = TracePlaceCreate.Field()
    trace_place_update = TracePlaceUpdate.Field()
    trace_place_archive = TracePlaceArchive.Field()
    trace_party_create = TracePartyCreate.Field()
    trace_party_update = TracePartyUpdate.Field()
    trace_party_archive = TracePartyArchive.Field()
    material_batch_create = MaterialBatchCreate.Field()
    lot_copy = LotCopy.Field()
    trace_step_proposal_confirm = TraceStepProposalConfirm.Field()
    trace_step_proposal_dismiss = TraceStepProposalDismiss.Field()
    lot_import_preview = LotImportPreview.Field()
    lot_import_apply = LotImportApply.Field()
