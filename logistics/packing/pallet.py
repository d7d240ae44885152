"""Pallets: what stands on one, and one as a box that goes into a container."""

from __future__ import annotations

from dataclasses import dataclass

from logistics.packing.box import Box, Load, Space


@dataclass(frozen=True, slots=True)
class PalletType:
    """A deck with its own height and weight; goods may stand on it as high and as heavy as said."""

    code: str
    length_mm: int
    width_mm: int
    deck_mm: int = 144
    tare_g: int = 25_000
    payload_g: int = 1_000_000
    highest_mm: int = 1800
    """Deck included: what trucks and forklifts take without asking."""

    @property
    def space(self) -> Space:
        return Space(self.code, self.length_mm, self.width_mm, self.highest_mm - self.deck_mm, self.payload_g)


PALLETS = {
    each.code: each
    for each in (PalletType("EUR", 1200, 800), PalletType("ISO", 1200, 1000, deck_mm=150, tare_g=28_000))
}


class UnknownPallet(ValueError):
    """No pallet of this type is known here."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no pallet type {code!r}")
        self.code = code


def pallet_type(code: str) -> PalletType:
    """Raises ``UnknownPallet``."""
    try:
        return PALLETS[code]
    except KeyError:
        raise UnknownPallet(code) from None


def loaded_pallet(kind: PalletType, load: Load, *, is_stackable: bool) -> Box:
    """The pallet with its goods as one box. Lines are mixed on it; the picture shows it in the colour of the first."""
    return Box(
        name=kind.code,
        length_mm=kind.length_mm,
        width_mm=kind.width_mm,
        height_mm=kind.deck_mm + load.height_mm,
        weight_g=kind.tare_g + load.weight_g,
        line=load.placed[0].box.line,
        may_be_stacked_on=is_stackable,
    )
