"""What buyers type and which products are right: ``cases/<language>.toml``, a table per kind of difficulty.

They were written from what the products are and how people ask for such things, by reading neither the analyzer nor the
engines. Where several products are right, it is enough that one of them stands first.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
CODES = "codes"
"""The file of what is typed off an invoice or a label, in no language."""


@dataclass(frozen=True, slots=True)
class Case:
    language: str
    kind: str
    query: str
    right: frozenset[str]


def read_cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _read(path)]


def _read(path: Path) -> list[Case]:
    stated = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Case(path.stem, kind, query, frozenset(right))
        for kind, queries in stated.items()
        for query, right in queries.items()
    ]
