"""A rule about goods and a country, read from ``restricted.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from i18n.text import fold
from logistics.customs.dated import Provenance, provenance
from marketplace.channels.defaults import EUROPEAN_UNION

DATA = Path(__file__).parent / "restricted.toml"
HOME = "VN"


class TradeStatus(StrEnum):
    BLOCKED = "BLOCKED"
    PAPERS = "PAPERS"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True)
class Goods:
    """What the rules look at."""

    hs_code: str = ""
    restrictions: tuple[str, ...] = ()
    species: tuple[str, ...] = ()
    words: str = ""
    """Name, material and species, folded, between blanks."""


@dataclass(frozen=True, slots=True)
class TradeRule:
    code: str
    countries: tuple[str, ...]
    hs: tuple[str, ...]
    but_not: tuple[str, ...]
    restrictions: frozenset[str]
    species: tuple[str, ...]
    """Folded."""
    materials: tuple[str, ...]
    stated: TradeStatus
    for_makers: bool
    since: Provenance

    @property
    def status(self) -> TradeStatus:
        """Nobody is refused because of a rule that was never compared with its text."""
        unsure = self.stated == TradeStatus.BLOCKED and not self.since.checked
        return TradeStatus.PAPERS if unsure else self.stated

    def is_for(self, country: str) -> bool:
        if country == HOME:
            return False
        return bool({"*", country} & set(self.countries)) or ("EU" in self.countries and country in EUROPEAN_UNION)

    def fits(self, goods: Goods) -> bool:
        """The goods are of this kind; a code alone that is taken out does not bring them in."""
        by_code = goods.hs_code.startswith(self.hs) if self.hs else False
        if by_code and self.but_not and goods.hs_code.startswith(self.but_not):
            by_code = False
        return (
            by_code
            or not self.restrictions.isdisjoint(goods.restrictions)
            or any(name.startswith(self.species) for name in goods.species if self.species)
            or any(f" {word} " in goods.words for word in self.materials)
        )


@cache
def trade_rules() -> tuple[TradeRule, ...]:
    """Every rule of the file."""
    return tuple(_rule(row) for row in tomllib.loads(DATA.read_text(encoding="utf-8"))["rule"])


def _rule(row: dict[str, Any]) -> TradeRule:
    return TradeRule(
        code=row["code"],
        countries=tuple(row["countries"]),
        hs=tuple(row.get("hs", ())),
        but_not=tuple(row.get("but_not", ())),
        restrictions=frozenset(row.get("restrictions", ())),
        species=tuple(fold(name) for name in row.get("species", ())),
        materials=tuple(row.get("materials", ())),
        stated=TradeStatus(row["status"].upper()),
        for_makers=row.get("for_makers", False),
        since=provenance(row),
    )
