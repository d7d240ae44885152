"""What a lot was made of: kept as a whole, and refused with every reason at once."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from catalog.refusal import Refused
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.lot import Lot
from catalog.traceability.materials.due_diligence import DueDiligenceStatement
from catalog.traceability.materials.lot_material import LotMaterial
from catalog.traceability.materials.record_statement import record_statement
from catalog.traceability.materials.set_materials import LotMaterialData, set_materials
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db


def plot_of(lot: Lot, **values: Any) -> TracePlace:
    return TracePlace.objects.create(seller_id=lot.seller_id, kind=PlaceKind.PLOT, name="Lô 4", **values)


def material(**values: Any) -> LotMaterialData:
    return LotMaterialData(**{"name": "Ván ghép", "scientific_name": "Hevea brasiliensis", **values})


def test_the_list_is_replaced_with_its_plots() -> None:
    lot = make_lot()
    plot = plot_of(lot)
    set_materials(lot=lot, materials=[material(name="Cũ"), material(name="Cũ nữa")])
    set_materials(lot=lot, materials=[material(net_weight_kg=Decimal("812.500"), plots=(plot, plot))])
    (row,) = LotMaterial.objects.filter(lot=lot)
    assert (row.name, row.net_weight_kg, list(row.plots.all())) == ("Ván ghép", Decimal("812.500"), [plot])


def test_each_mistake_is_named_and_nothing_changes() -> None:
    lot, other = make_lot(), make_lot()
    strange = TraceParty.objects.create(seller_id=other.seller_id, name="Nhà người khác")
    shop = TracePlace.objects.create(seller_id=lot.seller_id, kind=PlaceKind.SHOP, name="Cửa hàng")
    wrong: dict[str, dict[str, Any]] = {
        "name": {"name": ""},
        "scientific_name": {"scientific_name": "gỗ cao su"},
        "hs_code": {"hs_code": "44"},
        "country": {"country": "Vietnam"},
        "has_no_substances": {"substances": "Formaldehyde 50-00-0", "has_no_substances": True},
        "net_weight_kg": {"net_weight_kg": Decimal(0)},
        "volume_m3": {"volume_m3": Decimal(-1)},
        "value_amount": {"value_amount": Decimal(-1), "value_currency": "VND"},
        "value_currency": {"value_amount": Decimal(5)},
        "recycled_percent": {"recycled_percent": Decimal(101)},
        "harvested_until": {"harvested_from": date(2026, 3, 2), "harvested_until": date(2026, 3, 1)},
        "harvested_from": {"harvested_from": date(2027, 1, 1)},
        "supplier": {"supplier": strange},
        "plots": {"plots": (shop,)},
    }
    set_materials(lot=lot, materials=[material()])
    for field, values in wrong.items():
        with pytest.raises(Refused) as refused:
            set_materials(lot=lot, materials=[material(), material(**values)])
        assert [(each.field, each.index) for each in refused.value.problems] == [(f"materials.{field}", 1)], field
    assert [row.name for row in lot.materials.all()] == ["Ván ghép"]


@pytest.mark.parametrize(
    "name", ["Hevea brasiliensis", "Acacia spp.", "Acacia × mangiumauriculiformis", "Pinus sylvestris var. mongolica"]
)
def test_species_as_botanists_write_them(name: str) -> None:
    set_materials(lot=make_lot(), materials=[material(scientific_name=name)])


def test_a_statement_is_kept_once_under_its_number() -> None:
    lot = make_lot()
    for operator in ("Werfkade B.V.", "Werfkade Import B.V."):
        record_statement(
            lot=lot, reference_number=" 25NLH7X2K9 ", verification_number="QX41PW7D", operator=operator, by=None
        )
    (row,) = DueDiligenceStatement.objects.all()
    assert (row.reference_number, row.operator) == ("25NLH7X2K9", "Werfkade Import B.V.")
    with pytest.raises(Refused) as refused:
        record_statement(lot=lot, reference_number="?", verification_number="?", operator=" ", by=None)
    assert [each.field for each in refused.value.problems] == ["reference_number", "verification_number", "operator"]
