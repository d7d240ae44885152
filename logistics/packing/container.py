"""Sea containers: what fits in and what they may carry."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ContainerType:
    """Inside measures of the usual builds, payload by the plate (30.48 t gross less the box itself)."""

    code: str
    length_mm: int
    width_mm: int
    height_mm: int
    payload_g: int
    usable_cbm: Decimal
    """What is really loaded: the inside less what boxes leave free."""
    teu: int


CONTAINERS = {
    each.code: each
    for each in (
        ContainerType("20GP", 5898, 2352, 2393, 28_200_000, Decimal(28), 1),
        ContainerType("40GP", 12_032, 2352, 2393, 26_700_000, Decimal(58), 2),
        ContainerType("40HC", 12_032, 2352, 2698, 26_500_000, Decimal(68), 2),
    )
}
"""Smallest first."""


class UnknownContainer(ValueError):
    """No container of this type is known here."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no container type {code!r}")
        self.code = code


def container_type(code: str) -> ContainerType:
    """Raises ``UnknownContainer``."""
    try:
        return CONTAINERS[code]
    except KeyError:
        raise UnknownContainer(code) from None
