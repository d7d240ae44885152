"""``listed_materials``: what is on record of a lot's materials, in the form in which it is entered."""

from __future__ import annotations

from catalog.traceability.lot import Lot
from catalog.traceability.materials.lot_material import LotMaterial
from catalog.traceability.materials.set_materials import LotMaterialData


def listed_materials(lot: Lot) -> list[LotMaterialData]:
    """In their order; two queries."""
    rows = LotMaterial.objects.filter(lot=lot).select_related("supplier").prefetch_related("plots")
    names = [name for name in LotMaterialData.__dataclass_fields__ if name != "plots"]
    return [
        LotMaterialData(**{name: getattr(row, name) for name in names}, plots=tuple(row.plots.all())) for row in rows
    ]
