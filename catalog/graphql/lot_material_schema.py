"""What lots were made of, in the catalogue's API."""

from typing import Any

from catalog.graphql.mutations.lot_materials_set import DueDiligenceStatementRecord, LotMaterialsSet
from catalog.graphql.trace_access import find_lot
from catalog.graphql.types.lot_material import DueDiligenceStatement, LotMaterial
from catalog.traceability.lot import Lot
from catalog.traceability.materials.due_diligence import DueDiligenceStatement as StatementRow
from catalog.traceability.materials.listed import listed_materials
from catalog.traceability.materials.set_materials import LotMaterialData
from catalog.traceability.materials.suggest import suggest_materials
from marketplace.graphql import ID, SIGNED_IN, Field, List, NonNull, ObjectType
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole


class LotMaterialQueries(ObjectType):
    """Materials of a lot, for managers of its seller; empty for anybody else."""

    lot_materials = Field(
        List(NonNull(LotMaterial)),
        required=True,
        size=10,
        lot=ID(required=True),
        access=SIGNED_IN,
        description="What a lot of a seller one manages was made of.",
    )
    lot_materials_suggested = Field(
        List(NonNull(LotMaterial)),
        required=True,
        size=10,
        lot=ID(required=True),
        access=SIGNED_IN,
        cost=20,
        description="The same as the events of its chain tell it, for its seller to confirm; nothing is stored.",
    )
    due_diligence_statements = Field(
        List(NonNull(DueDiligenceStatement)), required=True, size=3, lot=ID(required=True), access=SIGNED_IN
    )

    @staticmethod
    def resolve_lot_materials(root: Any, info: Any, lot: str) -> list[LotMaterialData]:
        found = _managed(info, lot)
        return listed_materials(found) if found else []

    @staticmethod
    def resolve_lot_materials_suggested(root: Any, info: Any, lot: str) -> list[LotMaterialData]:
        found = _managed(info, lot)
        return suggest_materials(found) if found else []

    @staticmethod
    def resolve_due_diligence_statements(root: Any, info: Any, lot: str) -> list[StatementRow]:
        found = _managed(info, lot)
        return list(StatementRow.objects.filter(lot=found)) if found else []


class LotMaterialMutations(ObjectType):
    """Saying what lots were made of."""

    lot_materials_set = LotMaterialsSet.Field()
    due_diligence_statement_record = DueDiligenceStatementRecord.Field()


def _managed(info: Any, lot: str) -> Lot | None:
    found = find_lot(info, lot)
    return found if found is not None and is_member(info.context, found.seller_id, MemberRole.MANAGER) else None
