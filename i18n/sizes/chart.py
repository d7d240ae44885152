"""The tables of sizes: ``i18n/data/sizes/<kind>.toml``, each with its sources and the day it holds from."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "sizes"


@dataclass(frozen=True, slots=True)
class SizeRow:
    """One body in every system. ``measures`` are of the body: foot_mm, or bust_cm, chest_cm, waist_cm, hip_cm."""

    measures: Mapping[str, int]
    sizes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SizeChart:
    """``systems``: INT for letters by EN 13402, else where the system is used: EU, IT, UK, US, JP, KR, VN."""

    kind: str
    systems: Sequence[str]
    measures: Sequence[str]
    rows: Sequence[SizeRow]
    effective_from: date
    source: str
    """The standards it follows; what was calculated or is custom stands in the file."""


def charts() -> Mapping[str, SizeChart]:
    """All tables by kind: shoes_men, shoes_women, shoes_children, clothes_men, clothes_women."""
    return _charts()


@cache
def _charts() -> dict[str, SizeChart]:
    return {chart.kind: chart for path in sorted(FOLDER.glob("*.toml")) for chart in [_read(path)]}


def _read(path: Path) -> SizeChart:
    stated = tomllib.loads(path.read_text(encoding="utf-8"))
    return SizeChart(
        kind=stated["kind"],
        systems=tuple(stated["systems"]),
        measures=tuple(stated["measures"]),
        rows=tuple(SizeRow(row["measures"], row["sizes"]) for row in stated["rows"]),
        effective_from=stated["effective_from"],
        source=stated["source"],
    )
