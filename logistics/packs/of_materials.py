"""What rules ask of every material of a lot."""

from __future__ import annotations

from collections.abc import Callable

from catalog.traceability.materials.lot_material import LotMaterial
from logistics.packs.dossier import Dossier
from logistics.packs.finding import MISSING, Finding, lacking

Look = Callable[[Dossier], Finding]


def of_each_plant(has: Callable[[LotMaterial], object]) -> Look:
    """Every material that grew needs it; with none of them listed it is missing."""

    def look(dossier: Dossier) -> Finding:
        return _each(dossier.plants, has)

    return look


def of_each_material(has: Callable[[LotMaterial], object]) -> Look:
    """Every material needs it; with none listed it is missing."""

    def look(dossier: Dossier) -> Finding:
        return _each(dossier.materials, has)

    return look


def _each(materials: tuple[LotMaterial, ...], has: Callable[[LotMaterial], object]) -> Finding:
    return lacking([each.name for each in materials if not has(each)]) if materials else MISSING
