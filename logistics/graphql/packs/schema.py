"""Queries about packs of a lot."""

from typing import Any

from catalog.graphql.trace_access import find_lot
from i18n.today import day_here
from logistics.graphql.packs.types import LotPack, LotPackCode, Told
from logistics.packs.dossier import gather
from logistics.packs.pack import PackCode
from logistics.packs.registry import PACKS
from logistics.packs.report import report_on
from marketplace.graphql import ID, SIGNED_IN, Field, List, NonNull, ObjectType
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole


class PackQueries(ObjectType):
    """What rules of states and importers ask of a lot."""

    lot_packs = Field(
        List(NonNull(LotPack)),
        required=True,
        size=7,
        lot=ID(required=True),
        access=SIGNED_IN,
        cost=30,
        description="Every pack of a lot of a seller one manages; empty for anybody else.",
    )
    lot_pack = Field(
        LotPack,
        lot=ID(required=True),
        pack=LotPackCode(required=True),
        access=SIGNED_IN,
        cost=20,
        description="One pack of a lot of a seller one manages.",
    )

    @staticmethod
    def resolve_lot_packs(root: Any, info: Any, lot: str) -> list[Told]:
        return _told(info, lot, list(PACKS))

    @staticmethod
    def resolve_lot_pack(root: Any, info: Any, lot: str, pack: PackCode) -> Told | None:
        found = _told(info, lot, [PackCode(pack)])
        return found[0] if found else None


def _told(info: Any, lot: str, codes: list[PackCode]) -> list[Told]:
    found = find_lot(info, lot)
    if found is None or not is_member(info.context, found.seller_id, MemberRole.MANAGER):
        return []
    dossier = gather(found, on=day_here(info.context.now))
    return [Told(report_on(PACKS[code], dossier, info.context.language), dossier) for code in codes]
