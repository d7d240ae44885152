"""The books of lots, in the API."""

from typing import Any

from catalog.graphql.types.lot import Lot
from catalog.traceability.mass_balance import alarm, lot_balance, process_balance, yields
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Decimal,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
)
from marketplace.sellers.graphql.access import member_or

READERS = member_or(Permission.TRACEABILITY_INSPECT)
BalanceAlarmKind = Enum.from_enum(
    alarm.AlarmKind, name="BalanceAlarmKind", description="Which figures cannot all be true."
)
BalanceGap = Enum.from_enum(
    process_balance.Gap, name="BalanceGap", description="Why a balance says less than it could."
)
YieldKind = Enum.from_enum(
    yields.YieldKind, name="YieldKind", description="A way of making, with the share of the material that comes out."
)
YIELD_WORDS = {
    "CONSERVED": _("Nothing is lost or added"),
    "SAWING": _("Sawing logs"),
    "DRYING": _("Drying boards"),
    "JOINERY": _("Making furniture of boards"),
    "FIRING": _("Firing clay"),
    "RUBBER": _("Rubber of latex"),
    "CUTTING": _("Cutting leather or cloth"),
    "SORTING": _("Sorting and packing"),
}
ALARM_WORDS = {
    "MADE_ABOVE_MATERIAL": _("More was made than the material allows"),
    "USED_ABOVE_HELD": _("More was used or sent away than there was"),
    "SOLD_ABOVE_MADE": _("More was sold than the lot holds"),
}


class YieldAssumption(ObjectType):
    """How much of the material comes out as goods, at most, where the seller says nothing else."""

    class Meta:
        access = ANYONE

    kind = Field(YieldKind, required=True)
    kind_display = Field(String, required=True, description="In the language of the request.")
    most = Field(Decimal, required=True, description="Goods divided by material, in the same dimension.")
    basis = Field(String, required=True, description="Where the figure is from; an assumption says so. In English.")

    @staticmethod
    @batch
    def resolve_kind_display(rows: list[yields.Yield], info: Any) -> list[str]:
        return [gettext(info.context.language, YIELD_WORDS[row.kind]) for row in rows]


class ProductYield(ObjectType):
    """What the seller says of how one of its variants is made."""

    class Meta:
        access = READERS

    kind = Field(YieldKind, required=True)
    most = Field(Decimal, description="Instead of the kind's own.")
    material_per_piece = Field(Decimal, description="How much material is in one finished piece.")
    material_unit = Field(String, description="UN/ECE Recommendation 20.")
    basis = Field(String, description="Why the seller says so.")
    updated_at = Field(DateTime, required=True)

    @staticmethod
    @batch
    def resolve_material_unit(rows: list[yields.YieldSetting], info: Any) -> list[str | None]:
        return [row.material_uom or None for row in rows]


class ProcessBalance(ObjectType):
    """A process that made the lot: material against goods."""

    class Meta:
        access = ANYONE

    process = Field(String, required=True)
    material = Field(Decimal, description="In the unit.")
    allowed = Field(Decimal, description="Material times yield.")
    found = Field(Decimal, description="Goods that came out, in the unit of the material.")
    unit = Field(String, required=True, description="A base unit: KGM, MTQ, MTK, MTR, or empty for pieces.")
    yield_kind = Field(YieldKind, required=True)
    yield_most = Field(Decimal, required=True)
    yield_basis = Field(String, required=True)
    gaps = Field(List(NonNull(BalanceGap)), required=True)
    is_too_much = Field(Boolean, required=True)

    @staticmethod
    @batch
    def resolve_unit(rows: list[process_balance.ProcessBalance], info: Any) -> list[str]:
        return [row.uom for row in rows]

    @staticmethod
    @batch
    def resolve_yield_kind(rows: list[process_balance.ProcessBalance], info: Any) -> list[str]:
        return [row.applied.kind for row in rows]

    @staticmethod
    @batch
    def resolve_yield_most(rows: list[process_balance.ProcessBalance], info: Any) -> list[Any]:
        return [row.applied.most for row in rows]

    @staticmethod
    @batch
    def resolve_yield_basis(rows: list[process_balance.ProcessBalance], info: Any) -> list[str]:
        return [row.applied.basis for row in rows]

    @staticmethod
    @batch
    def resolve_gaps(rows: list[process_balance.ProcessBalance], info: Any) -> list[list[str]]:
        return [sorted(row.gaps) for row in rows]


class BalanceAlarm(ObjectType):
    """Figures of a seller's own chain that cannot all be true."""

    class Meta:
        access = READERS

    id = Field(ID, required=True)
    kind = Field(BalanceAlarmKind, required=True)
    kind_display = Field(String, required=True, description="In the language of the request.")
    subject = Field(String, required=True, description="The URI of the thing, or the name of the process.")
    lot = Field(Lot, description="Where it is about one of the seller's lots.")
    allowed = Field(Decimal, required=True)
    found = Field(Decimal, required=True)
    unit = Field(String, required=True)
    yield_most = Field(Decimal)
    yield_basis = Field(String)
    raised_at = Field(DateTime, required=True)
    acknowledged_at = Field(DateTime)
    reason = Field(String, description="Why the figures are right, by the seller.")
    settled_at = Field(DateTime, description="When the figures agreed again.")

    resolve_lot = related("lot")

    @staticmethod
    @batch
    def resolve_kind_display(rows: list[alarm.BalanceAlarm], info: Any) -> list[str]:
        return [gettext(info.context.language, ALARM_WORDS[row.kind]) for row in rows]

    @staticmethod
    @batch
    def resolve_unit(rows: list[alarm.BalanceAlarm], info: Any) -> list[str]:
        return [row.uom for row in rows]


BalanceAlarmCountableConnection = connection_type(BalanceAlarm)


class LotBalance(ObjectType):
    """The books of a lot: what it was made of, what was made of it, what of it left."""

    class Meta:
        access = ANYONE

    processes = Field(List(NonNull(ProcessBalance)), required=True, description="That made it.")
    held = Field(Decimal, description="Made or received, by the seller's events; null where they do not say.")
    gone = Field(Decimal, description="Used, destroyed or sent to others, by the seller's events.")
    unit = Field(String, description="Of both.")
    sold = Field(Decimal, required=True, description="Pieces that left with orders.")
    setting = Field(ProductYield, description="What the seller says of the variant.")

    @staticmethod
    def resolve_processes(found: lot_balance.LotBalance, info: Any) -> list[process_balance.ProcessBalance]:
        return list(found.processes)

    @staticmethod
    def resolve_held(found: lot_balance.LotBalance, info: Any) -> Any:
        return found.thing.held if found.thing else None

    @staticmethod
    def resolve_gone(found: lot_balance.LotBalance, info: Any) -> Any:
        return found.thing.gone if found.thing else None

    @staticmethod
    def resolve_unit(found: lot_balance.LotBalance, info: Any) -> str | None:
        return found.thing.uom if found.thing else None
