"""What the events of a chain tell of a lot's materials."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.entry.record_material import MaterialData, record_material
from catalog.traceability.identity.place import PlaceKind
from catalog.traceability.materials.set_materials import set_materials
from catalog.traceability.materials.suggest import suggest_materials
from catalog.traceability.step_data import StepInput
from catalog.traceability.step_kind import StepKind
from tests.factories.traceability import make_lot, make_party, make_place, make_step, step_data

pytestmark = pytest.mark.django_db


def test_boards_are_suggested_with_the_plot_and_species_of_their_logs() -> None:
    """Two plots give logs; the logs are sawn into boards; the lot is made of boards and of glue received."""
    lot = make_lot()
    plots = [make_place(lot.seller, kind=PlaceKind.PLOT, name=name) for name in ("Lô 4", "Lô 5")]
    mill = make_party(lot.seller)

    def batch(number: str, kind: StepKind, day: int, amount: tuple[Decimal, str], **values: Any) -> MaterialBatch:
        quantity, uom = amount
        step = step_data(kind=kind, occurred_at=datetime(2026, 3, day, 3, tzinfo=UTC), **values)
        data = MaterialData(name=f"Lô {number}", number=number, quantity=quantity, uom=uom, step=step)
        return record_material(seller=lot.seller, data=data)

    logs = [
        batch(
            f"G{place}",
            StepKind.HARVESTING,
            1 + place,
            amount=(Decimal(4), "MTQ"),
            place_ref=plot,
            party=mill,
            measures={"species": "Hevea brasiliensis"},
        )
        for place, plot in enumerate(plots)
    ]
    inputs = tuple(StepInput(one, Decimal(4), "MTQ") for one in logs)
    boards = batch("V1", StepKind.TRANSFORMING, 20, amount=(Decimal(5), "MTQ"), inputs=inputs)
    glue = batch("K1", StepKind.RECEIVING, 21, amount=(Decimal(25), "KGM"), party=make_party(lot.seller, name="Keo"))
    made_of = (StepInput(boards, Decimal("3.5"), "MTQ"), StepInput(glue, Decimal(6), "KGM"))
    make_step(lot, kind=StepKind.COMMISSIONING, inputs=made_of)

    wood, other = sorted(suggest_materials(lot), key=lambda one: one.name, reverse=True)
    assert (wood.name, wood.scientific_name, wood.country) == ("Lô V1", "Hevea brasiliensis", "VN")
    assert (wood.volume_m3, wood.net_weight_kg) == (Decimal("3.5"), None)
    assert (wood.harvested_from, wood.harvested_until) == (date(2026, 3, 1), date(2026, 3, 2))
    assert sorted(plot.name for plot in wood.plots) == ["Lô 4", "Lô 5"]
    assert wood.supplier == mill and wood.supplier_lot == "V1"
    assert (other.name, other.net_weight_kg, other.scientific_name, other.plots) == ("Lô K1", Decimal(6), "", ())
    set_materials(lot=lot, materials=[wood, other])


def test_a_lot_without_a_chain_has_nothing_to_suggest() -> None:
    assert suggest_materials(make_lot()) == []
