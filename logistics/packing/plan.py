"""``plan_packing``: pieces into cartons, cartons onto pallets or straight into containers.

1. Pieces become packages (`cartons`).
2. With a pallet type: packages are stowed on pallets; what is too large for one stands in the container by itself.
3. Pallets and packages go into containers: the smallest that takes everything, else as many of the largest as are
   needed and the smallest for the rest.
4. What fits nowhere is named: nothing is left out in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from logistics.packing.box import Box, Load, Space
from logistics.packing.cartons import CartonSize, carton
from logistics.packing.container import CONTAINERS, ContainerType
from logistics.packing.goods import GoodsLine
from logistics.packing.pallet import PalletType, loaded_pallet
from logistics.packing.several import fill_several

MOST_PACKAGES = 5000


class TooMany(ValueError):
    """More packages than a plan is made for."""

    def __init__(self, packages: int) -> None:
        super().__init__(f"{packages} packages are more than {MOST_PACKAGES}")
        self.packages = packages


@dataclass(frozen=True, slots=True)
class PackingRules:
    """What may be used."""

    carton_sizes: tuple[CartonSize, ...] = ()
    pallet: PalletType | None = None
    stack_pallets: bool = False
    containers: tuple[str, ...] = tuple(CONTAINERS)


@dataclass(frozen=True, slots=True)
class PackingPlan:
    """Where everything stands."""

    lines: tuple[GoodsLine, ...]
    packages: Counter[Box]
    """Cartons and pieces in their own package, before pallets."""
    cartons: tuple[Load, ...]
    """Mixed cartons with what is in them."""
    pallets: tuple[Load, ...]
    pallet: PalletType | None
    containers: tuple[Load, ...]
    unplaced: Counter[Box] = field(default_factory=Counter)

    @property
    def package_count(self) -> int:
        return self.packages.total()

    @property
    def volume_mm3(self) -> int:
        return sum(box.volume_mm3 * count for box, count in self.packages.items())

    @property
    def goods_weight_g(self) -> int:
        """Of all packages, without pallets."""
        return sum(box.weight_g * count for box, count in self.packages.items())

    @property
    def gross_weight_g(self) -> int:
        """With the pallets."""
        return self.goods_weight_g + (self.pallet.tare_g * len(self.pallets) if self.pallet else 0)


def plan_packing(lines: Sequence[GoodsLine], rules: PackingRules | None = None) -> PackingPlan:
    """Raises ``Unmeasured`` for a line nobody measured, and ``TooMany``."""
    rules = rules or PackingRules()
    pieces = sum(-(-line.quantity // line.carton.units) if line.carton else line.quantity for line in lines)
    if pieces > MOST_PACKAGES:
        raise TooMany(pieces)
    packed = carton(lines, rules.carton_sizes)
    pallets, standing = _palletised(packed.packages, rules)
    kinds = [_space(CONTAINERS[code]) for code in CONTAINERS if code in rules.containers]
    containers, unplaced = fill_several(kinds, standing) if kinds else ([], dict(standing))
    return PackingPlan(
        lines=tuple(lines),
        packages=packed.packages,
        cartons=packed.mixed,
        pallets=tuple(pallets),
        pallet=rules.pallet,
        containers=tuple(containers),
        unplaced=Counter(unplaced),
    )


def _palletised(packages: Counter[Box], rules: PackingRules) -> tuple[list[Load], Counter[Box]]:
    """The pallets, and all that goes into containers: pallets as boxes, and what no pallet takes."""
    if rules.pallet is None:
        return [], packages
    loads, left = fill_several([rules.pallet.space], packages)
    standing: Counter[Box] = Counter(left)
    standing.update(loaded_pallet(rules.pallet, load, is_stackable=rules.stack_pallets) for load in loads)
    return loads, standing


def _space(kind: ContainerType) -> Space:
    return Space(kind.code, kind.length_mm, kind.width_mm, kind.height_mm, kind.payload_g)
