"""Which containers a consignment needs by its volume and weight, before anybody packs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from logistics.packing.container import CONTAINERS, ContainerType

MOST_CONTAINERS = 60


@dataclass(frozen=True, slots=True)
class Fleet:
    """How many of each type; those that are not needed are left out."""

    counts: Mapping[str, int]
    price: Decimal

    @property
    def teu(self) -> int:
        return sum(CONTAINERS[code].teu * count for code, count in self.counts.items())

    def __str__(self) -> str:
        return " + ".join(f"{count} × {code}" for code, count in self.counts.items())


def cheapest_fleet(cbm: Decimal, weight_kg: Decimal, prices: Mapping[str, Decimal]) -> Fleet | None:
    """The cheapest containers that hold volume and weight, of at most two types; nothing above sixty of them.

    Every number of a larger type is tried, and the smallest type takes the rest: 75 m³ at 1,450 (20GP) and 2,700
    (40HC) go into 1 × 40HC + 1 × 20GP for 4,150, not into 3 × 20GP for 4,350.
    """
    kinds = [kind for code, kind in CONTAINERS.items() if code in prices]
    if not kinds or cbm < 0 or weight_kg < 0:
        return None
    small, found = kinds[0], list[Fleet]()
    for large in kinds:
        for count in range(MOST_CONTAINERS + 1):
            rest = _needed(cbm - large.usable_cbm * count, weight_kg - _payload_kg(large) * count, small)
            if 0 < count + rest <= MOST_CONTAINERS:
                found.append(_fleet(large, count, small, rest, prices))
            if not rest:
                break
    return min(found, key=lambda fleet: (fleet.price, fleet.teu, str(fleet)), default=None)


def _fleet(large: ContainerType, count: int, small: ContainerType, rest: int, prices: Mapping[str, Decimal]) -> Fleet:
    counts = {large.code: count}
    counts[small.code] = counts.get(small.code, 0) + rest
    price = sum((prices[code] * number for code, number in counts.items()), Decimal(0))
    return Fleet({code: number for code, number in counts.items() if number}, price)


def _payload_kg(kind: ContainerType) -> Decimal:
    return Decimal(kind.payload_g) / 1000


def _needed(cbm: Decimal, weight_kg: Decimal, kind: ContainerType) -> int:
    by_volume = (max(cbm, Decimal(0)) / kind.usable_cbm).to_integral_value(rounding=ROUND_CEILING)
    by_weight = (max(weight_kg, Decimal(0)) / _payload_kg(kind)).to_integral_value(rounding=ROUND_CEILING)
    return int(max(by_volume, by_weight))
