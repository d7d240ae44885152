"""Whether goods fall under the regulation on deforestation, by their tariff code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from logistics.customs.dated import Provenance, provenance
from logistics.customs.origin.codes import fits_any


class Scope(StrEnum):
    INSIDE = "INSIDE"
    OUTSIDE = "OUTSIDE"
    PARTLY = "PARTLY"
    """The heading holds goods of both kinds, or the code is too short to tell."""


@dataclass(frozen=True, slots=True)
class Commodity:
    name: str
    whole: tuple[str, ...]
    """Headings that are meant entirely."""
    partly: tuple[str, ...]


@cache
def scope_data() -> tuple[tuple[Commodity, ...], Provenance]:
    data = tomllib.loads((Path(__file__).parent / "scope.toml").read_text("utf-8"))
    found = (Commodity(row["commodity"], tuple(row.get("hs", ())), tuple(row.get("ex", ()))) for row in data["goods"])
    return tuple(found), provenance(data["basis"])


def scope_of(hs_code: str) -> Scope:
    """``PARTLY`` without a code: nobody can say."""
    commodities, _basis = scope_data()
    whole = fits_any(hs_code, [each for one in commodities for each in one.whole])
    if whole:
        return Scope.INSIDE
    partly = fits_any(hs_code, [each for one in commodities for each in one.partly])
    return Scope.OUTSIDE if whole is False and partly is False else Scope.PARTLY
