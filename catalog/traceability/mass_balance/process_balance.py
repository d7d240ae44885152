"""``process_balance``: whether a process can have given as much as it is said to have.

1. Bring what went in to base units: kilograms, cubic metres. One quantity that is not known makes the sum unknown.
2. Bring what came out to the dimension of the material: directly; pieces through what their seller says is in one, or
   through their net weight.
3. At most material x yield can come out.

Six cubic metres of boards, a yield of 0.85, and chairs with 0.012 m³ of wood in each: at most 425 chairs.
What cannot be set against each other is said to be so and raises no alarm; pieces are never set against pieces, since
one board is many parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from catalog.traceability.graph.occurrence import Occurrence
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.units import BASE, Dimension, in_base
from catalog.traceability.mass_balance.yields import Yield, YieldSetting, yield_of

_GRAMS = Decimal(1000)


class Gap(StrEnum):
    """Why a balance says less than it could."""

    NO_MATERIAL = "NO_MATERIAL"
    """Nothing is said to have gone in."""
    NO_QUANTITY = "NO_QUANTITY"
    UNKNOWN_UNIT = "UNKNOWN_UNIT"
    NOT_CONVERTIBLE = "NOT_CONVERTIBLE"
    """Material and goods are in different dimensions, and nobody said how much is in a piece."""


@dataclass(frozen=True, slots=True)
class ProcessBalance:
    """``allowed`` and ``found`` are goods in ``uom``; both ``None`` where nothing could be set against the material."""

    process: str
    lot: Lot | None
    material: Decimal | None
    allowed: Decimal | None
    found: Decimal | None
    uom: str
    applied: Yield
    gaps: frozenset[Gap]

    @property
    def is_too_much(self) -> bool:
        return self.allowed is not None and self.found is not None and self.found > self.allowed


@dataclass(frozen=True, slots=True)
class Goods:
    """What is known of the things that came out, by URI."""

    lots: Mapping[str, Lot]
    settings: Mapping[int, YieldSetting]
    """By variant."""

    def setting(self, uri: str) -> YieldSetting | None:
        lot = self.lots.get(uri)
        return None if lot is None else self.settings.get(lot.variant_id)


def process_balance(
    process: str, inputs: Iterable[Occurrence], outputs: Iterable[Occurrence], goods: Goods
) -> ProcessBalance:
    """Of one process: all rows of all its events."""
    gaps: set[Gap] = set()
    material = _summed(inputs, gaps)
    came_out = list(outputs)
    applied = max(
        (yield_of(goods.setting(row.uri)) for row in came_out), key=lambda one: one.most, default=yield_of(None)
    )
    lot = next((goods.lots[row.uri] for row in came_out if row.uri in goods.lots), None)
    dimension = _dimension(came_out, material, goods)
    if not material or dimension is None:
        gaps.add(Gap.NOT_CONVERTIBLE if material else Gap.NO_MATERIAL)
        return ProcessBalance(process, lot, None, None, None, "", applied, frozenset(gaps))
    is_known = not gaps
    found = sum((_converted(row, dimension, goods, gaps) for row in came_out), Decimal())
    allowed = material[dimension] * applied.most if is_known else None
    return ProcessBalance(process, lot, material[dimension], allowed, found, BASE[dimension], applied, frozenset(gaps))


def _summed(rows: Iterable[Occurrence], gaps: set[Gap]) -> dict[Dimension, Decimal]:
    found: dict[Dimension, Decimal] = defaultdict(Decimal)
    for row in rows:
        quantity = Decimal(1) if not row.is_class else row.quantity
        if quantity is None:
            gaps.add(Gap.NO_QUANTITY)
            continue
        based = in_base(quantity, row.uom)
        if based is None:
            gaps.add(Gap.UNKNOWN_UNIT)
            continue
        found[based[0]] += based[1]
    return dict(found)


def _dimension(rows: Iterable[Occurrence], material: Mapping[Dimension, Decimal], goods: Goods) -> Dimension | None:
    """In which most of what came out can be set against the material; pieces only where the seller says so."""
    counts: dict[Dimension, int] = defaultdict(int)
    for row in rows:
        for dimension in _possible(row, goods) & material.keys():
            counts[dimension] += 1
    return max(counts, key=lambda dimension: (counts[dimension], dimension), default=None)


def _possible(row: Occurrence, goods: Goods) -> set[Dimension]:
    based = in_base(Decimal(1), row.uom)
    if based is None:
        return set()
    if based[0] != Dimension.PIECES:
        return {based[0]}
    setting, lot = goods.setting(row.uri), goods.lots.get(row.uri)
    said = in_base(Decimal(1), setting.material_uom) if setting is not None and setting.material_per_piece else None
    return ({said[0]} if said is not None else set()) | (
        {Dimension.MASS} if lot and lot.variant.net_weight_g else set()
    )


def _converted(row: Occurrence, dimension: Dimension, goods: Goods, gaps: set[Gap]) -> Decimal:
    """What of it is certain: nothing, where it cannot be told."""
    quantity = Decimal(1) if not row.is_class else row.quantity
    based = None if quantity is None else in_base(quantity, row.uom)
    if based is None:
        gaps.add(Gap.NO_QUANTITY if quantity is None else Gap.UNKNOWN_UNIT)
        return Decimal()
    if based[0] == dimension and dimension != Dimension.PIECES:
        return based[1]
    each = _in_a_piece(row, dimension, goods) if based[0] == Dimension.PIECES else None
    if each is None:
        gaps.add(Gap.NOT_CONVERTIBLE)
        return Decimal()
    return based[1] * each


def _in_a_piece(row: Occurrence, dimension: Dimension, goods: Goods) -> Decimal | None:
    setting = goods.setting(row.uri)
    if setting is not None and setting.material_per_piece:
        said = in_base(setting.material_per_piece, setting.material_uom)
        if said is not None and said[0] == dimension:
            return said[1]
    lot = goods.lots.get(row.uri)
    if dimension == Dimension.MASS and lot is not None and lot.variant.net_weight_g:
        return Decimal(lot.variant.net_weight_g) / _GRAMS
    return None
