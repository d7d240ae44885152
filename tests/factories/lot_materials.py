"""What lots were made of, for tests."""

from decimal import Decimal

from catalog.models import DueDiligenceStatement, Lot
from catalog.traceability.identity.place import PlaceKind
from catalog.traceability.materials.record_statement import record_statement
from catalog.traceability.materials.set_materials import LotMaterialData, set_materials
from tests.factories.traceability import make_party, make_place


def make_lot_materials(lot: Lot, *names: str) -> DueDiligenceStatement:
    """Each of a plot and a supplier of its own, and filed once."""
    set_materials(lot=lot, materials=[_material(lot, name) for name in names])
    return record_statement(
        lot=lot, reference_number="25NLH7X2K9", verification_number="QX41PW7D", operator=f"Nhập {names[0]}", by=None
    )


def _material(lot: Lot, name: str) -> LotMaterialData:
    plot = make_place(lot.seller, kind=PlaceKind.PLOT, name="Lô ví dụ")
    return LotMaterialData(
        name=name,
        country="VN",
        net_weight_kg=Decimal(480),
        value_amount=Decimal(9_600_000),
        value_currency="VND",
        supplier=make_party(lot.seller, name="Bên bán ví dụ"),
        plots=(plot,),
    )
