"""What a packing plan comes to: cubic metres, chargeable weights, and how full containers are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from logistics.packing.box import Load
from logistics.packing.container import CONTAINERS
from logistics.packing.plan import PackingPlan

_MM3_PER_CBM = 1_000_000_000
_DIVISORS = {"AIR": 6000, "COURIER": 5000}
"""Cubic centimetres that count as one kilogram."""
_ROAD_KG_PER_CBM = 333


@dataclass(frozen=True, slots=True)
class Fill:
    """How full one container is."""

    code: str
    volume_percent: Decimal
    """Of what is really loaded into such a container (28, 58 and 68 m³)."""
    weight_percent: Decimal
    """Of its payload."""
    centre_percent: Decimal
    """Where along its length the centre of gravity lies, from the back wall; 50 is the middle."""


@dataclass(frozen=True, slots=True)
class Figures:
    packages: int
    pallets: int
    cbm: Decimal
    """Outside measures of packages, with pallets where there are some; to the cubic decimetre."""
    gross_weight_kg: Decimal
    chargeable_kg: dict[str, Decimal]
    """By mode; each rounded up to half a kilogram."""
    revenue_tonnes: Decimal
    """At sea: cubic metres or tonnes, whichever is more."""
    fills: tuple[Fill, ...]


def figures_of(plan: PackingPlan) -> Figures:
    cbm = Decimal(_volume(plan)) / _MM3_PER_CBM
    weight = Decimal(plan.gross_weight_g) / 1000
    chargeable = {mode: _half_up(max(weight, cbm * 1_000_000 / divisor)) for mode, divisor in _DIVISORS.items()} | {
        "ROAD": _half_up(max(weight, cbm * _ROAD_KG_PER_CBM))
    }
    return Figures(
        packages=plan.package_count,
        pallets=len(plan.pallets),
        cbm=cbm.quantize(Decimal("0.001"), rounding=ROUND_HALF_UP),
        gross_weight_kg=weight,
        chargeable_kg=chargeable,
        revenue_tonnes=max(cbm, weight / 1000).quantize(Decimal("0.001"), rounding=ROUND_CEILING),
        fills=tuple(_fill(load) for load in plan.containers),
    )


def _volume(plan: PackingPlan) -> int:
    """Of pallets as high as they are loaded, and of what stands beside them."""
    if plan.pallet is None:
        return plan.volume_mm3
    deck = plan.pallet.length_mm * plan.pallet.width_mm
    on_pallets = sum(load.volume_mm3 for load in plan.pallets)
    heights = sum(plan.pallet.deck_mm + load.height_mm for load in plan.pallets)
    return deck * heights + plan.volume_mm3 - on_pallets


def _half_up(kilograms: Decimal) -> Decimal:
    return (kilograms * 2).to_integral_value(rounding=ROUND_CEILING) / 2


def _fill(load: Load) -> Fill:
    kind = CONTAINERS[load.space.code]
    moment = sum((each.x * 2 + each.length_mm) * each.box.weight_g for each in load.placed)
    whole = 2 * load.space.length_mm * load.weight_g
    return Fill(
        code=kind.code,
        volume_percent=_percent(Decimal(load.volume_mm3) / _MM3_PER_CBM, kind.usable_cbm),
        weight_percent=_percent(Decimal(load.weight_g), Decimal(kind.payload_g)),
        centre_percent=_percent(Decimal(moment), Decimal(whole)),
    )


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
